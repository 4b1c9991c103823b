import { dateOfDayNumber, dayNumber, type IsoDate } from "../../statements/iso-date.ts";
import { LAST_PLACE, type Position, parsePosition, positionOf } from "../../statements/position.ts";

const PLACES = LAST_PLACE + 1;

/** Below and above every key. */
export const LOWEST_KEY = 0;
export const HIGHEST_KEY = Number.MAX_SAFE_INTEGER;

/** The primary key of the statement at that place of that day: keys are ordered as statements are. */
export function keyOf(day: number, place: number): number {
  return day * PLACES + place;
}

export function dayOfKey(key: number): number {
  return Math.floor(key / PLACES);
}

export function dateOfKey(key: number): IsoDate {
  return dateOfDayNumber(dayOfKey(key)) as IsoDate;
}

export function positionOfKey(key: number): Position {
  return positionOf(dateOfKey(key), key % PLACES);
}

/** Throws a `RangeError` for what is no position: whoever read it from a request has refused it before. */
export function keyOfPosition(position: Position): number {
  const place = parsePosition(position);
  if (!place) throw new RangeError(`expected a position such as 2023-01-27.3, not ${position}`);
  return keyOf(dayNumber(place.date), place.place);
}

/** The keys that the statements of the period can have, both ends included. */
export function keyRange(from: IsoDate | null, to: IsoDate | null): { low: number; high: number } {
  return {
    low: from === null ? LOWEST_KEY : keyOf(dayNumber(from), 0),
    high: to === null ? HIGHEST_KEY : keyOf(dayNumber(to), LAST_PLACE),
  };
}
