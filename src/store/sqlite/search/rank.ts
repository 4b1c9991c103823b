import type { CheckTime } from "./deadline.ts";
import { matchExpression } from "./match-expression.ts";
import type { Found, Search, Sought } from "./search.ts";
import { tableOf } from "./spans.ts";

/** How many of the newest hits are ranked: scoring one takes about 3 microseconds. */
export const MOST_RANKED = 2000;

/** A word of the headline weighs as much as four of the text; a word's other forms half as much as itself. */
const WEIGHTS = "1.0, 4.0, 0.5";

interface Scored {
  key: number;
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
  const expression = matchExpression(sought.forms);
  const scored: Scored[] = [];
  for (const found of search.found(sought, "newest", check)) {
    const room = MOST_RANKED - scored.length;
    if (room === 0) return { keys: best(scored), all: false };
    const entries = newestEntries(found, room);
    scored.push(...scores(search, found, entries, expression));
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

function scores(
  search: Search,
  { span, columns }: Found,
  entries: number[],
  expression: string,
): Scored[] {
  const table = tableOf(span);
  const wanted = new Set(entries);
  const lowest = entries.reduce(
    (least, entry) => Math.min(least, columns.rows[entry] as number),
    Infinity,
  );
  const sql = `SELECT rowid AS row, bm25(${table}, ${WEIGHTS}) AS score FROM ${table}
    WHERE ${table} MATCH ? AND rowid >= ?`;
  const rows = search.prepare(sql).all(expression, BigInt(lowest)) as {
    row: number;
    score: number;
  }[];
  return rows
    .map(({ row, score }) => ({ entry: columns.entryOfRow[row] as number, score }))
    .filter(({ entry }) => wanted.has(entry))
    .map(({ entry, score }) => ({ key: columns.keys[entry] as number, score }));
}
