import type { IsoDate } from "../statements/iso-date.ts";

/** At most so many bars stand on a timeline: 48 wide, 11 on a phone, where each must keep 24 pixels. */
export const MOST_BARS = { wide: 48, narrow: 11 } as const;

/** The unit in which to ask the store for the counts of a home page's timeline: months for up to 48 of them, else years. */
export function timelineUnit(summary: {
  first: IsoDate | null;
  last: IsoDate | null;
}): "month" | "year" {
  const { first, last } = summary;
  if (first === null || last === null) return "month";
  return monthNumber(last) - monthNumber(first) < MOST_BARS.wide ? "month" : "year";
}

/** Months since the beginning of the year 0. */
function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}
