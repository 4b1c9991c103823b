import { dateOfDayNumber, dayNumber, type IsoDate } from "../../../statements/iso-date.ts";
import type { Asked, Facets, NameCount, PeriodCount } from "../../store.ts";
import type { KeptName } from "../kept-names.ts";
import { type Prepare, rowOf, rowsOf } from "../prepare.ts";
import { dateOfKey, dayOfKey, keyOf, keyRange } from "../statement-key.ts";
import type { CheckTime } from "./deadline.ts";
import type { Found, Search, Sought } from "./search.ts";
import { firstAtOrAfter } from "./span-columns.ts";
import { countFound, walkKeys } from "./walk.ts";

type Unit = "year" | "month" | "day";

/** How much of a date writes the period that holds it. */
const WRITTEN = { year: 4, month: 7, day: 10 };

/** Names of a kind that are shown. */
const MOST_NAMES = 50;

/** See `Store.total`. */
export function searchTotal(search: Search, asked: Asked, check: CheckTime): number {
  const sought = search.seek(asked);
  return sought ? countFound(search, sought, check) : 0;
}

/** See `Store.counts`. */
export function searchCounts(
  search: Search,
  unit: Unit,
  asked: Asked,
  check: CheckTime,
): PeriodCount[] {
  const sought = search.seek(asked);
  if (!sought) return [];
  const counts = new Map<string, number>();
  for (const found of search.found(sought, "oldest", check)) addPeriods(counts, found, unit);
  return [...counts].map(([period, count]) => ({ period, count }));
}

/** A period's statements stand together, so that each takes one look for its end. */
function addPeriods(counts: Map<string, number>, { columns, entries }: Found, unit: Unit): void {
  let entry = entries.firstFrom(0);
  while (entry !== -1) {
    const period = dateOfKey(columns.keys[entry] as number).slice(0, WRITTEN[unit]);
    const end = firstAtOrAfter(columns.keys, firstKeyBehind(period));
    counts.set(period, (counts.get(period) ?? 0) + entries.count(entry, end));
    entry = end < entries.size ? entries.firstFrom(end) : -1;
  }
}

/** Days go to 31 in every month here: no key lies between a month's last day and that. */
function firstKeyBehind(period: string): number {
  const lastDay = `${period}-12-31`.slice(0, 4) + (period.slice(4, 7) || "-12");
  return period.length === 10
    ? keyOf(dayNumber(period as IsoDate) + 1, 0)
    : keyOf(dayNumber(`${lastDay}-01` as IsoDate) + daysOf(lastDay), 0);
}

function daysOf(month: string): number {
  const first = dayNumber(`${month}-01` as IsoDate);
  for (let days = 28; days < 32; days++) {
    if ((dateOfDayNumber(first + days) ?? "").slice(0, 7) !== month) return days;
  }
  return 31;
}

/** See `Store.facets`. */
export function searchFacets(search: Search, asked: Asked, check: CheckTime): Facets {
  const sought = search.seek(asked);
  const tallies = emptyTallies(search.prepare);
  const years = new Map<string, number>();
  if (sought) {
    for (const found of search.found(sought, "oldest", check)) {
      addPeriods(years, found, "year");
      addNames(tallies, found);
      addTags(tallies.tag, found);
    }
  }
  const shown = (kind: KeptName) => commonest(search.prepare, tallies[kind]);
  return {
    years: [...years].map(([period, count]) => ({ period, count })),
    agencies: shown("agency"),
    places: shown("place"),
    languages: shown("language"),
    tags: shown("tag"),
    withoutAgency: tallies.agency[0] as number,
    withoutPlace: tallies.place[0] as number,
  };
}

/** How many statements bear the name of each number; at 0, how many bear none. */
type Tallies = Record<KeptName, Int32Array>;

function emptyTallies(prepare: Prepare): Tallies {
  const sql = "SELECT number FROM name WHERE number > 0 ORDER BY number DESC LIMIT 1";
  const size = (rowOf<{ number: number }>(prepare(sql))?.number ?? 0) + 1;
  return {
    agency: new Int32Array(size),
    place: new Int32Array(size),
    language: new Int32Array(size),
    tag: new Int32Array(size),
  };
}

/** One walk over the entries for all: a common word has hundreds of thousands. */
function addNames({ agency, place, language }: Tallies, { columns, entries }: Found): void {
  const { agencies, places, languages } = columns;
  for (let at = 0; at < entries.words.length; at++) {
    let word = entries.words[at] as number;
    while (word !== 0) {
      const lowest = word & -word;
      const entry = (at << 5) + 31 - Math.clz32(lowest);
      (agency[agencies[entry] as number] as number)++;
      (place[places[entry] as number] as number)++;
      (language[languages[entry] as number] as number)++;
      word ^= lowest;
    }
  }
}

function addTags(tally: Int32Array, { columns, entries }: Found): void {
  const { tags } = columns;
  for (let at = 0; at < tags.length; at += 2) {
    if (entries.has(tags[at] as number)) (tally[tags[at + 1] as number] as number)++;
  }
}

function commonest(prepare: Prepare, tally: Int32Array): NameCount[] {
  const named: [number: number, count: number][] = [];
  for (let number = 1; number < tally.length; number++) {
    const count = tally[number] as number;
    if (count > 0) named.push([number, count]);
  }
  // Names of equal counts go by their words, so that all that tie with the last must be looked at.
  const least = named.map(([, count]) => count).sort((a, b) => b - a)[MOST_NAMES - 1] ?? 0;
  return named
    .filter(([, count]) => count >= least)
    .map(([number, count]) => ({ name: shownName(prepare, number), count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NAMES);
}

function shownName(prepare: Prepare, number: number): string {
  const sql = "SELECT written, count FROM spelling WHERE name = ? ORDER BY written";
  const rows = rowsOf<{ written: string; count: number }>(prepare(sql), number);
  const most = Math.max(...rows.map(({ count }) => count));
  return rows.find(({ count }) => count === most)?.written ?? "";
}

/** See `Store.nearestDays`. */
export function searchNearestDays(
  search: Search,
  from: IsoDate,
  to: IsoDate,
  asked: Asked,
  check: CheckTime,
) {
  const undated = { ...asked, filter: { ...asked.filter, from: null, to: null } };
  const sought = search.seek(undated);
  if (!sought) return { before: null, after: null };
  const before = walkKeys(search, sought, "newest", keyOf(dayNumber(from), 0), check).next();
  const last = keyRange(to, to).high;
  const after = walkKeys(search, sought, "oldest", last, check).next();
  return {
    before: before.done ? null : dayCount(search, sought, before.value, check),
    after: after.done ? null : dayCount(search, sought, after.value, check),
  };
}

function dayCount(search: Search, sought: Sought, key: number, check: CheckTime): PeriodCount {
  const day = dayOfKey(key);
  const within = { ...sought, low: keyOf(day, 0), high: keyOf(day + 1, 0) - 1 };
  return { period: dateOfKey(key), count: countFound(search, within, check) };
}
