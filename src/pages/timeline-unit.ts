import { listPath, periodPath } from "../permalinks.ts";
import { daysInMonth, type IsoDate, isoDateOf } from "../statements/iso-date.ts";
import { longDate, longMonth, longYear, monthName } from "./long-date.ts";

/**
 * A unit of the timeline, in months or in days of one month. Bin `n` of a unit is the `n`th since the beginning of the year 0, so that every
 * bin begins where a calendar unit does.
 */
export interface TimelineUnit {
  /** Heads the table's column. */
  heading: string;
  /** How many months a bin has; 0 for one of days. */
  months: number;
  /** How many days it has; the last of a month takes what is left. Absent for one of months. */
  days?: number;
  /** After how many bins a label may follow, fewest first. */
  steps: number[];
  /** How many letters the label on the axis has. */
  labelLength: number;
}

const MONTH = { heading: "Month", months: 1, steps: [1, 3, 6, 12], labelLength: 3 };
const QUARTER = { heading: "Quarter", months: 3, steps: [1, 2, 4], labelLength: 2 };
const years = (heading: string, count: number): TimelineUnit => ({
  heading,
  months: 12 * count,
  steps: [1, 2, 5, 10],
  labelLength: 4,
});
/** Bins of one month: its number, then a hundred places for them. */
const DAY: TimelineUnit = { heading: "Day", months: 0, days: 1, steps: [1, 5, 10], labelLength: 2 };
const DAYS: TimelineUnit = { heading: "Days", months: 0, days: 5, steps: [1], labelLength: 5 };
/** For a span within one month. */
export const DAY_UNITS = { wide: DAY, small: DAYS };
const PLACES = 100;
const LAST_OF_FIVES = 5;

/** Units of whole years, finest first. */
export const YEARS = [
  years("Year", 1),
  years("Decade", 10),
  years("Century", 100),
  years("Millennium", 1000),
];

/** The units of the wide rendition and of the one for phones, finest first. */
export const UNITS = { wide: [MONTH, ...YEARS], small: [MONTH, QUARTER, ...YEARS] };

const FIRST_MONTH = 12;
const LAST_MONTH = 9999 * 12 + 11;

/** The bin that holds the beginning of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function binOf(unit: TimelineUnit, written: string): number {
  if (unit.days) {
    const place = Math.floor((Number(written.slice(8)) - 1) / unit.days);
    const last = unit.days === 1 ? PLACES : LAST_OF_FIVES;
    return monthNumber(written) * PLACES + Math.min(place, last);
  }
  return Math.floor(monthNumber(written) / unit.months);
}

/** A bin in words: `September 2023`, `October to December 2023`, `2023`, `1790 to 1799`. */
export function binName(unit: TimelineUnit, bin: number): string {
  if (unit.days) return daysName(unit, bin);
  const [from, to] = monthsOf(unit, bin);
  if (unit.months === 1) return longMonth(from.year, from.month);
  if (unit.months < 12) return `${monthName(from.month)} to ${longMonth(to.year, to.month)}`;
  if (unit.months === 12) return longYear(from.year);
  return `${longYear(from.year)} to ${longYear(to.year)}`;
}

/** From the first bin's first month or year to the last bin's last: `October 2022 to December 2023`, `1700 to 2099`. */
export function binsName(unit: TimelineUnit, first: number, last: number): string {
  if (unit.days) {
    const { year, month } = monthOf(Math.floor(first / PLACES));
    return longMonth(year, month);
  }
  const ends = [monthsOf(unit, first)[0], monthsOf(unit, last)[1]];
  const names = ends.map(({ year, month }) =>
    unit.months < 12 ? longMonth(year, month) : longYear(year),
  );
  return [...new Set(names)].join(" to ");
}

/** A bin on the axis: `Sep`, `Q3`, `2023`. */
export function binLabel(unit: TimelineUnit, bin: number): string {
  if (unit.days) {
    const [first, last] = daysOf(unit, bin).map((day) => Number(day.slice(8)));
    return first === last ? String(first) : `${first}–${last}`;
  }
  const [from] = monthsOf(unit, bin);
  if (unit.months === 1) return monthName(from.month).slice(0, 3);
  return unit.months < 12 ? `Q${(from.month + 2) / 3}` : String(from.year);
}

/** The year under the labels; `null` for units that are years themselves. */
export function binYear(unit: TimelineUnit, bin: number): string | null {
  return unit.months > 0 && unit.months < 12 ? String(monthsOf(unit, bin)[0].year) : null;
}

/** The page of a month or a year, or the list of any other span. */
export function binHref(unit: TimelineUnit, bin: number): string {
  const { from, to } = binPeriod(unit, bin);
  return from === to ? periodPath(from) : listPath({ from, to });
}

/** The period of a bin, as its ends would be typed. */
export function binPeriod(unit: TimelineUnit, bin: number): { from: string; to: string } {
  const [from, to] = unit.days
    ? daysOf(unit, bin)
    : (monthsOf(unit, bin).map((month) => writtenIn(unit, month)) as [string, string]);
  return { from, to };
}

/** The first and the last day of a bin of days. */
function daysOf(unit: TimelineUnit, bin: number): [IsoDate, IsoDate] {
  const { year, month } = monthOf(Math.floor(bin / PLACES));
  const days = unit.days ?? 1;
  const first = (bin % PLACES) * days + 1;
  const end = daysInMonth(year, month);
  const last = days > 1 && bin % PLACES === LAST_OF_FIVES ? end : Math.min(first + days - 1, end);
  return [isoDateOf(year, month, first) as IsoDate, isoDateOf(year, month, last) as IsoDate];
}

function daysName(unit: TimelineUnit, bin: number): string {
  const [first, last] = daysOf(unit, bin);
  return first === last ? longDate(last) : `${Number(first.slice(8))} to ${longDate(last)}`;
}

interface Month {
  year: number;
  month: number;
}

/** The first and the last month of a bin, inside the years 1 to 9999. */
function monthsOf(unit: TimelineUnit, bin: number): [Month, Month] {
  const first = Math.max(bin * unit.months, FIRST_MONTH);
  const last = Math.min((bin + 1) * unit.months - 1, LAST_MONTH);
  return [monthOf(first), monthOf(last)];
}

function monthOf(number: number): Month {
  return { year: Math.floor(number / 12), month: (number % 12) + 1 };
}

function writtenIn(unit: TimelineUnit, { year, month }: Month): string {
  const writtenYear = String(year).padStart(4, "0");
  return unit.months < 12 ? `${writtenYear}-${String(month).padStart(2, "0")}` : writtenYear;
}

/** Months since the beginning of the year 0. */
function monthNumber(written: string): number {
  return Number(written.slice(0, 4)) * 12 + Number(written.slice(5, 7) || "1") - 1;
}
