import { longMonth } from "../pages/long-date.ts";
import { daysInMonth } from "../statements/iso-date.ts";
import { type CalendarPeriod, monthPeriod, parseCalendarPeriod } from "../statements/period.ts";
import { type WrittenDate, writtenDates } from "./written-dates.ts";

/** Why a typed date is refused, and what was probably meant. */
export interface PeriodFault {
  /** What is wrong with it: `There is no 30 February 2023`. */
  title: string;
  /** Why, in a sentence; may be empty. */
  reason: string;
  /** The likeliest first; may be empty. */
  likely: CalendarPeriod[];
}

/**
 * The year, month or day that a reader typed as `2023`, `2023-01` or `2023-01-27`, white space around it ignored. Any
 * other form is a fault, however clear: what was meant is offered, and never taken silently.
 */
export function readPeriod(typed: string): CalendarPeriod | PeriodFault {
  const text = typed.trim();
  return parseCalendarPeriod(text) ?? faultOf(text);
}

/** What words mean that are a date and nothing else, the likelier first; empty for any other words. */
export function typedDates(words: string): CalendarPeriod[] {
  if (words === "") return [];
  const read = readPeriod(words);
  return isFault(read) ? read.likely : [read];
}

/** Tells a fault from a period. */
export function isFault(read: CalendarPeriod | PeriodFault): read is PeriodFault {
  return "likely" in read;
}

function faultOf(text: string): PeriodFault {
  const readings = writtenDates(text);
  const likely = readings.map(periodOf).filter((period) => period !== null);
  if (likely.length > 0) return otherForm(text, likely);
  const impossible = readings[0];
  return impossible
    ? impossibleDate(impossible)
    : { title: `“${text}” is not a date`, reason: "", likely: [] };
}

function otherForm(text: string, likely: CalendarPeriod[]): PeriodFault {
  return {
    title: `“${text}” is not how dates are written here`,
    reason: "They are all figures, with the year first and hyphens between.",
    likely,
  };
}

function periodOf({ year, month, day }: WrittenDate): CalendarPeriod | null {
  return parseCalendarPeriod(
    [pad(year, 4), month === null ? [] : pad(month, 2), day === null ? [] : pad(day, 2)]
      .flat()
      .join("-"),
  );
}

/** The fault of a date that has the right form, and is in no calendar. */
export function impossibleDate({ year, month, day }: WrittenDate): PeriodFault {
  const wholeYear = parseCalendarPeriod(pad(year, 4));
  if (!wholeYear || month === null) return noSuchYear(year);
  const wholeMonth = monthPeriod(year, month);
  if (!wholeMonth) return noSuchMonth(year, month, day);
  return noSuchDay(year, month, day ?? 0, wholeMonth);
}

function noSuchYear(year: number): PeriodFault {
  return {
    title: `There is no year ${pad(year, 4)}`,
    reason: "Years go from 0001 to 9999.",
    likely: [],
  };
}

function noSuchMonth(year: number, month: number, day: number | null): PeriodFault {
  const swapped = day === null ? null : periodOf({ year, month: day, day: month });
  const whole = parseCalendarPeriod(pad(year, 4));
  return {
    title: `There is no month ${pad(month, 2)}`,
    reason: "Months go from 01 to 12.",
    likely: [swapped, whole].filter((period) => period !== null),
  };
}

function noSuchDay(year: number, month: number, day: number, whole: CalendarPeriod): PeriodFault {
  const name = longMonth(year, month);
  const days = daysInMonth(year, month);
  const last = { year, month, day: day === 0 ? 1 : days };
  const next = day === 0 ? null : followingMonth(year, month);
  return {
    title: `There is no ${day} ${name}`,
    reason: `${name} has ${days} days.`,
    likely: [periodOf(last), whole, next].filter((period) => period !== null),
  };
}

/** The first day of the next month; `null` behind December 9999. */
function followingMonth(year: number, month: number): CalendarPeriod | null {
  return month === 12
    ? periodOf({ year: year + 1, month: 1, day: 1 })
    : periodOf({ year, month: month + 1, day: 1 });
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
