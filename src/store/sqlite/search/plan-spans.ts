import { dateOfDayNumber } from "../../../statements/iso-date.ts";
import { keyOf } from "../statement-key.ts";

/** A span ends with the year in which it comes to so many statements, and within a year at twice as many. */
export const SPAN_SIZE = 20_000;

/** How many statements a day holds. */
export interface DayCount {
  number: number;
  count: number;
}

/**
 * The first keys of the spans into which those days fall, in order; the first is `low`. Whole years go together, so that
 * a search within a year reads one table; a day is never split.
 */
export function planSpans(low: number, days: Iterable<DayCount>): number[] {
  const lows = [low];
  let held = 0;
  let year = "";
  for (const day of days) {
    const next = (dateOfDayNumber(day.number) ?? "").slice(0, 4);
    const full = next === year ? held >= 2 * SPAN_SIZE : held >= SPAN_SIZE;
    if (full) {
      lows.push(keyOf(day.number, 0));
      held = 0;
    }
    held += day.count;
    year = next;
  }
  return lows;
}
