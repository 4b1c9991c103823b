import { type IsoDate, parseIsoDate } from "./iso-date.ts";

/**
 * A place in the order of all statements: day, then place within the day, as `2023-01-27.3`. It is a place between
 * statements, too: a statement that has left it does no harm.
 */
export type Position = string;

/** Places within a day are 1 to this. */
export const LAST_PLACE = 2 ** 24 - 1;

const FORM = /^(\d{4}-\d{2}-\d{2})\.([1-9]\d{0,7})$/;

/** The position of that place (1 to `LAST_PLACE`) in that day. */
export function positionOf(date: IsoDate, place: number): Position {
  return `${date}.${place}`;
}

/** Day and place that `text` writes as a `Position`; `null` for anything else, days that do not exist too. */
export function parsePosition(text: string): { date: IsoDate; place: number } | null {
  const parts = FORM.exec(text);
  const date = parts && parseIsoDate(parts[1] as string);
  const place = Number(parts?.[2]);
  return date && place <= LAST_PLACE ? { date, place } : null;
}
