import type { ChangePage, ChangesRequest } from "../../store.ts";
import { changeSpan, type Span } from "../change-span.ts";
import { type Prepare, rowOf } from "../prepare.ts";
import { changePage, FEW, statementAt } from "../read-changes.ts";
import type { CheckTime } from "./deadline.ts";
import type { Found, Search } from "./search.ts";
import { take } from "./search-list.ts";
import { firstAtOrAfter } from "./span-columns.ts";

/** So many changes are walked along between two looks at the clock. */
const STRIDE = 1000;

/** See `Store.changes`; for a request with words. */
export function searchChanges(
  search: Search,
  request: ChangesRequest,
  check: CheckTime,
): ChangePage {
  const sought = search.seek(request);
  if (!sought) return { changes: [], next: null };
  const { prepare } = search;
  const found = [...search.found(sought, "newest", check)];
  const total = found.reduce((sum, { entries }) => sum + entries.count(), 0);
  const span = changeSpan(prepare, request);
  const numbers =
    total <= FEW
      ? sortedNumbers(prepare, keysOf(found), request, span)
      : metNumbers(prepare, found, request, span, check);
  const changes = take(numbers, request.limit + 1).map((number) => statementAt(prepare, number));
  return changePage(changes, request.limit);
}

/** Reads the change of each, and sorts. */
function sortedNumbers(
  prepare: Prepare,
  keys: Iterable<number>,
  { order, kind }: ChangesRequest,
  { low, high }: Span,
): number[] {
  const sql = prepare("SELECT changed, amended FROM statement WHERE key = ?");
  const numbers: number[] = [];
  for (const key of keys) {
    const row = rowOf<{ changed: number; amended: number }>(sql, key);
    if (!row || row.changed < low || row.changed > high) continue;
    if (kind === "all" || row.amended === 1) numbers.push(row.changed);
  }
  numbers.sort((a, b) => a - b);
  return order === "newest" ? numbers.reverse() : numbers;
}

/** Walks along the changes, and takes those of statements that are among the found. */
function* metNumbers(
  prepare: Prepare,
  found: Found[],
  { order, kind }: ChangesRequest,
  { low, high }: Span,
  check: CheckTime,
): Generator<number> {
  const corrections = kind === "corrections";
  const sql = `SELECT changed, key FROM statement
    INDEXED BY ${corrections ? "statement_by_amendment" : "statement_by_change"}
    WHERE changed >= ? AND changed <= ? ${corrections ? "AND amended = 1" : ""}
    ORDER BY changed ${order === "newest" ? "DESC" : "ASC"}`;
  let walked = 0;
  for (const row of prepare(sql).iterate(low, high)) {
    if (++walked % STRIDE === 0) check();
    const { changed, key } = row as { changed: number; key: number };
    if (isAmong(found, key)) yield changed;
  }
}

function* keysOf(found: Found[]): Generator<number> {
  for (const { columns, entries } of found) {
    let entry = entries.firstFrom(0);
    while (entry !== -1) {
      yield columns.keys[entry] as number;
      entry = entry + 1 < entries.size ? entries.firstFrom(entry + 1) : -1;
    }
  }
}

/** `found` holds its spans from the highest keys down. */
function isAmong(found: Found[], key: number): boolean {
  const within = found.find(({ span }) => span.low <= key);
  if (!within || key > within.span.high) return false;
  const entry = firstAtOrAfter(within.columns.keys, key);
  return within.columns.keys[entry] === key && within.entries.has(entry);
}
