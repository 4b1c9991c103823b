import { daysInMonth } from "../statements/iso-date.ts";
import { longMonth } from "./long-date.ts";

/** A day that is in no calendar, for the leaf that strikes it out. */
export interface ImpossibleDay {
  /** `30` */
  day: string;
  /** `February 2023` */
  monthAndYear: string;
}

/** The day that `typed` writes as `YYYY-MM-DD`, where its month has no such day; else `null`. */
export function impossibleDay(typed: string): ImpossibleDay | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed.trim())?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  if (year < 1 || month < 1 || month > 12) return null;
  if (day >= 1 && day <= daysInMonth(year, month)) return null;
  return { day: String(day), monthAndYear: longMonth(year, month) };
}
