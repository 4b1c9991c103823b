import { periodPath } from "../permalinks.ts";
import { daysInMonth, type IsoDate, isoDateOf, weekdayOf } from "../statements/iso-date.ts";
import type { PeriodCount } from "../store/store.ts";
import { WEEKDAYS } from "./long-date.ts";
import { counted, figure } from "./wording.ts";

/** A day with statements. */
export interface DayLink {
  href: string;
  /** `1,234` */
  figure: string;
  /** What follows the figure: `statement` or `statements`. */
  unit: string;
  /** `27, 1,234 statements`: the day and what it holds, for those who see no calendar. */
  label: string;
}

export interface CalendarDay {
  /** 1 to 31 */
  day: number;
  /** `null` where the day has no statement. */
  link: DayLink | null;
  /** Whether the page is about this very day. */
  current: boolean;
}

export interface Weekday {
  /** `Mo` */
  short: string;
  /** `Mon` */
  middling: string;
  /** `Monday` */
  long: string;
}

/** A month by weeks from Monday to Sunday; a place that belongs to another month is `null`. */
export interface Calendar {
  weekdays: Weekday[];
  weeks: (CalendarDay | null)[][];
}

const HEADS: Weekday[] = WEEKDAYS.map((long) => ({
  short: long.slice(0, 2),
  middling: long.slice(0, 3),
  long,
}));

/**
 * The calendar of a month (1 to 12) of the years 1 to 9999. `days` are days with statements, as `YYYY-MM-DD`; those of
 * other months do no harm. `current` is the day that the page is about, or `null`.
 */
export function calendarOf(
  year: number,
  month: number,
  days: PeriodCount[],
  current: IsoDate | null = null,
): Calendar {
  const counts = new Map(days.map(({ period, count }) => [period, count]));
  const cells: (CalendarDay | null)[] = [];
  for (const date of daysOf(year, month)) {
    if (cells.length === 0) cells.push(...blanks(weekdayOf(date)));
    cells.push(calendarDay(date, counts.get(date) ?? 0, date === current));
  }
  return { weekdays: HEADS, weeks: inWeeks(cells) };
}

function daysOf(year: number, month: number): IsoDate[] {
  return Array.from({ length: daysInMonth(year, month) }, (_, index) =>
    isoDateOf(year, month, index + 1),
  ).filter((date) => date !== null);
}

function calendarDay(date: IsoDate, count: number, current: boolean): CalendarDay {
  const day = Number(date.slice(8));
  return { day, link: count === 0 ? null : dayLink(date, day, count), current };
}

function dayLink(date: IsoDate, day: number, count: number): DayLink {
  return {
    href: periodPath(date),
    figure: figure(count),
    unit: count === 1 ? "statement" : "statements",
    label: `${day}, ${counted(count, "statement")}`,
  };
}

function inWeeks(cells: (CalendarDay | null)[]): (CalendarDay | null)[][] {
  const weeks: (CalendarDay | null)[][] = [];
  for (let start = 0; start < cells.length; start += 7) {
    const week = cells.slice(start, start + 7);
    weeks.push([...week, ...blanks(7 - week.length)]);
  }
  return weeks;
}

function blanks(length: number): null[] {
  return Array<null>(length).fill(null);
}
