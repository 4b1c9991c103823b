import { type IsoDate, partsOf } from "../statements/iso-date.ts";
import { type CalendarPeriod, monthPeriod, type Period, yearPeriod } from "../statements/period.ts";
import { dayAndMonth, longDate, longPeriod } from "./long-date.ts";
import { dated, type Sentence, words } from "./sentence.ts";

/**
 * A period in words: `in January 2023`, `on 27 January 2023`, `27 January to 28 February 2023`,
 * `from 27 January 2023 on`, `up to 28 February 2023`; empty for no period.
 */
export function periodWords({ from, to }: Period): Sentence {
  if (from === null && to === null) return [];
  if (from === null) return [words("up to "), day(to as IsoDate)];
  if (to === null) return [words("from "), day(from), words(" on")];
  if (from === to) return [words("on "), day(from)];
  const whole = calendarUnit(from, to);
  if (whole) return [words("in "), dated(longPeriod(whole), whole.written)];
  return spanWords(from, to);
}

/** Two days in words, what they share said once: `1 to 3 March 2023`, `27 January to 28 February 2023`. */
export function spanWords(from: IsoDate, to: IsoDate): Sentence {
  return [dated(startWords(from, to), from), words(" to "), day(to)];
}

function day(date: IsoDate) {
  return dated(longDate(date), date);
}

function startWords(from: IsoDate, to: IsoDate): string {
  if (from.slice(0, 7) === to.slice(0, 7)) return String(partsOf(from).day);
  return from.slice(0, 4) === to.slice(0, 4) ? dayAndMonth(from) : longDate(from);
}

/** The month or the year that these days are the ends of. */
function calendarUnit(from: IsoDate, to: IsoDate): CalendarPeriod | null {
  const { year, month } = partsOf(from);
  const units = [monthPeriod(year, month), yearPeriod(year)];
  return units.find((unit) => unit?.first === from && unit.last === to) ?? null;
}
