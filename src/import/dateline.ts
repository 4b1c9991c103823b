import { isCredible } from "./datelines/credible.ts";
import { readEastAsianDateline } from "./datelines/east-asian.ts";
import { readPlace } from "./datelines/read-place.ts";
import { readTail } from "./datelines/read-tail.ts";

/** The printed opening of a statement. */
export interface Dateline {
  /** In title case: "The Hague", "New York/Geneva", "Washington, D.C.". */
  place: string | null;
  /** As written: "RIA Novosti". */
  agency: string | null;
  /** 1 to 31; `null` where the dateline names no day. */
  day: number | null;
  /** 1 to 12; `null` where `day` is. */
  month: number | null;
  year: number | null;
  /** How many UTF-16 code units of the text it takes, white space before and behind it included. */
  length: number;
}

/** No dateline is longer. */
const LONGEST = 200;
/** How much of what follows is looked at. */
const LOOK_AHEAD = 300;

/** Arabic, Persian and full-width digits as 0 to 9: each takes one code unit, as before. */
function withPlainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹０-９]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/**
 * The dateline with which the text opens, or `null` where it opens with anything else. Prose is never taken for one: where
 * both are possible, it is prose. The rules are in `docs/datelines-and-headlines.md`.
 */
export function readDateline(text: string): Dateline | null {
  const start = /^\s{0,1000}/.exec(text)?.[0].length ?? 0;
  const opening = withPlainDigits(text.slice(start, start + LONGEST + LOOK_AHEAD));
  const eastAsian = readEastAsianDateline(opening);
  if (eastAsian) return { ...eastAsian, length: start + eastAsian.length };
  const place = readPlace(opening, 0);
  const tail = place && readTail(opening, place.end);
  if (!tail || tail.end > LONGEST || !isCredible(place, tail, opening.slice(tail.end))) return null;
  const { agency, day, month, year } = tail;
  return { place: place.name, agency, day, month, year, length: start + tail.end };
}
