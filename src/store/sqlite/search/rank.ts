import type { WordForm } from "../../../search/word-forms.ts";
import type { BitSet } from "./bit-set.ts";
import type { CheckTime } from "./deadline.ts";
import { wordsExpression } from "./match-expression.ts";
import type { Found, Search, Sought } from "./search.ts";
import { tableOf } from "./spans.ts";

/** How many of the newest hits are ranked: scoring one takes about 3 microseconds. */
export const MOST_RANKED = 2000;

/** A word of the headline weighs as much as four of the text. */
const WEIGHTS = "1.0, 4.0";

/** How much a word's other forms weigh beside the word itself. */
const OTHER_FORM = 0.5;

interface Scored {
  key: number;
  /** The lower, the better, as bm25 has it. */
  score: number;
}

/**
 * The keys of the newest hits, at most `MOST_RANKED`, best match first, equal ones newest first. `all` tells whether these
 * are all the hits.
 */
export function rankedKeys(
  search: Search,
  sought: Sought,
  check: CheckTime,
): { keys: number[]; all: boolean } {
  const scored: Scored[] = [];
  for (const found of search.found(sought, "newest", check)) {
    const room = MOST_RANKED - scored.length;
    if (room === 0) return { keys: best(scored), all: false };
    const entries = newestEntries(found, room);
    for (const one of scores(search, sought.forms.all, found, entries)) scored.push(one);
    if (found.entries.count() > entries.length) return { keys: best(scored), all: false };
  }
  return { keys: best(scored), all: true };
}

function best(scored: Scored[]): number[] {
  return scored.sort((a, b) => a.score - b.score || b.key - a.key).map(({ key }) => key);
}

function newestEntries({ entries }: Found, most: number): number[] {
  const newest: number[] = [];
  let entry = entries.lastFrom(entries.size - 1);
  while (entry !== -1 && newest.length < most) {
    newest.push(entry);
    entry = entry === 0 ? -1 : entries.lastFrom(entry - 1);
  }
  return newest;
}

/** By bm25 where the words themselves are there; a hit in which one stands in another form counts each word once. */
function scores(search: Search, groups: WordForm[][], found: Found, entries: number[]): Scored[] {
  const { keys } = found.columns;
  const byWords = wordScores(search, groups, found, entries);
  const weights = groups.map((group) => groupWeight(search, group, found));
  return entries.map((entry) => {
    const score = byWords.get(entry) ?? weights.reduce((sum, weight) => sum - weight(entry), 0);
    return { key: keys[entry] as number, score };
  });
}

function wordScores(
  search: Search,
  groups: WordForm[][],
  { span, columns }: Found,
  entries: number[],
): Map<number, number> {
  const table = tableOf(span);
  const rows = entries.map((entry) => columns.rows[entry] as number);
  const lowest = rows.reduce((least, row) => Math.min(least, row), Number.MAX_SAFE_INTEGER);
  const sql = `SELECT rowid, bm25(${table}, ${WEIGHTS}) FROM ${table} WHERE ${table} MATCH ? AND rowid >= ?`;
  const scored = search.prepare(sql).raw().all(wordsExpression(groups), BigInt(lowest));
  return new Map(
    (scored as [number, number][]).map(([row, score]) => [
      columns.entryOfRow[row] as number,
      score,
    ]),
  );
}

/** What a group of words adds where it stands once: as bm25 counts it in a text of ordinary length. */
function groupWeight(
  search: Search,
  group: WordForm[],
  { span, columns }: Found,
): (entry: number) => number {
  const holding = (forms: WordForm[]): BitSet => search.sets.holding(forms, span, columns);
  const count = holding(group).count();
  const rarity = Math.max(Math.log((span.count - count + 0.5) / (count + 0.5)), 1e-6);
  const itself = holding(group.filter(({ of }) => of === "words"));
  return (entry) => (itself.has(entry) ? rarity : OTHER_FORM * rarity);
}
