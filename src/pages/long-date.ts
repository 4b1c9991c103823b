import { type IsoDate, partsOf, weekdayOf } from "../statements/iso-date.ts";
import type { CalendarPeriod } from "../statements/period.ts";

/** January is the first, at index 0. */
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Monday is the first, at index 0. */
export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** `2023`; a year before 1000 says that it is one: `AD 33`. */
export function longYear(year: number): string {
  return year < 1000 ? `AD ${year}` : String(year);
}

/** `February`; the month is 1 to 12. */
export function monthName(month: number): string {
  const name = MONTHS[month - 1];
  if (name === undefined) throw new RangeError(`expected a month from 1 to 12, not ${month}`);
  return name;
}

/** `February 2023`; the month is 1 to 12. */
export function longMonth(year: number, month: number): string {
  return `${monthName(month)} ${longYear(year)}`;
}

/** `22 February 2023`. */
export function longDate(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${longMonth(year, month)}`;
}

/** `22 February`. */
export function dayAndMonth(date: IsoDate): string {
  const { month, day } = partsOf(date);
  return `${day} ${monthName(month)}`;
}

/** `Wednesday`. */
export function weekdayName(date: IsoDate): string {
  return WEEKDAYS[weekdayOf(date)] as string;
}

/** A year, a month or a day in words. */
export function longPeriod(period: Pick<CalendarPeriod, "unit" | "first">): string {
  const { year, month } = partsOf(period.first);
  if (period.unit === "year") return longYear(year);
  return period.unit === "month" ? longMonth(year, month) : longDate(period.first);
}
