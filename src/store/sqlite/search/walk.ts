import type { CheckTime } from "./deadline.ts";
import type { Search, Sought } from "./search.ts";
import { firstAtOrAfter } from "./span-columns.ts";

/** The keys found, newest or oldest first, beginning behind the key `after` in that direction (`null`: at the start). */
export function* walkKeys(
  search: Search,
  sought: Sought,
  direction: "newest" | "oldest",
  after: number | null,
  check: CheckTime,
): Generator<number> {
  const bounded = after === null ? sought : behind(sought, direction, after);
  for (const { columns, entries } of search.found(bounded, direction, check)) {
    const newest = direction === "newest";
    let entry = newest ? entries.lastFrom(entries.size - 1) : entries.firstFrom(0);
    while (entry !== -1) {
      yield columns.keys[entry] as number;
      if (newest) entry = entry === 0 ? -1 : entries.lastFrom(entry - 1);
      else entry = entry + 1 === entries.size ? -1 : entries.firstFrom(entry + 1);
    }
  }
}

function behind(sought: Sought, direction: "newest" | "oldest", after: number): Sought {
  return direction === "newest"
    ? { ...sought, high: Math.min(sought.high, after - 1) }
    : { ...sought, low: Math.max(sought.low, after + 1) };
}

/** Whether the statement with that key is found. */
export function isFound(search: Search, sought: Sought, key: number, check: CheckTime): boolean {
  const low = Math.max(sought.low, key);
  const high = Math.min(sought.high, key);
  for (const { columns, entries } of search.found({ ...sought, low, high }, "newest", check)) {
    const entry = firstAtOrAfter(columns.keys, key);
    if (columns.keys[entry] === key && entries.has(entry)) return true;
  }
  return false;
}

export function countFound(search: Search, sought: Sought, check: CheckTime): number {
  let count = 0;
  for (const { entries } of search.found(sought, "newest", check)) count += entries.count();
  return count;
}
