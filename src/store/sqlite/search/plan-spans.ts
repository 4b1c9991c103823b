import { dateOfDayNumber } from "../../../statements/iso-date.ts";
import { keyOf } from "../statement-key.ts";

/** How many statements make a span. */
export const SPAN_SIZE = 20_000;

/** How many statements a day holds. */
export interface DayCount {
  number: number;
  count: number;
}

/**
 * The first keys of the spans into which those days fall, in order; the first is `low`. Whole years go together, so that
 * a search within a year reads one table: a span ends with the year in which it comes to `size` statements, and within a
 * year at twice as many. A day is never split.
 */
export function planSpans(low: number, days: Iterable<DayCount>, size: number): number[] {
  const lows = [low];
  let held = 0;
  let year = "";
  for (const day of days) {
    const next = (dateOfDayNumber(day.number) ?? "").slice(0, 4);
    const full = next === year ? held >= 2 * size : held >= size;
    if (full) {
      lows.push(keyOf(day.number, 0));
      held = 0;
    }
    held += day.count;
    year = next;
  }
  return lows;
}
