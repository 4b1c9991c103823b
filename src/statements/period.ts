import { daysInMonth, type IsoDate, isoDateOf, parseIsoDate } from "./iso-date.ts";

/** A span of days, both ends included; an end that is `null` is open. */
export interface Period {
  from: IsoDate | null;
  to: IsoDate | null;
}

/** A year, a month or a day as written, with the first and the last day that it means. */
export interface CalendarPeriod {
  /** `2023`, `2023-01` or `2023-01-27`. */
  written: string;
  unit: "year" | "month" | "day";
  first: IsoDate;
  last: IsoDate;
}

/** The year, month or day that `text` writes as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `null` for anything else, impossible dates too. */
export function parseCalendarPeriod(text: string): CalendarPeriod | null {
  const day = parseIsoDate(text);
  if (day) return { written: text, unit: "day", first: day, last: day };
  const parts = /^(\d{4})(?:-(\d{2}))?$/.exec(text);
  if (!parts) return null;
  return parts[2] === undefined
    ? yearPeriod(Number(parts[1]))
    : monthPeriod(Number(parts[1]), Number(parts[2]));
}

/** The whole year, or `null` outside 1 to 9999. */
export function yearPeriod(year: number): CalendarPeriod | null {
  const first = isoDateOf(year, 1, 1);
  const last = isoDateOf(year, 12, 31);
  return first && last && { written: first.slice(0, 4), unit: "year", first, last };
}

/** The whole month (1 to 12), or `null` where there is none. */
export function monthPeriod(year: number, month: number): CalendarPeriod | null {
  const first = isoDateOf(year, month, 1);
  const last = first && isoDateOf(year, month, daysInMonth(year, month));
  return first && last && { written: first.slice(0, 7), unit: "month", first, last };
}
