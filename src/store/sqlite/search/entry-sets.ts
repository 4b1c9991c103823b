import type { KeptName } from "../kept-names.ts";
import { BitSet } from "./bit-set.ts";
import { firstAtOrAfter, type SpanColumns } from "./span-columns.ts";

/** The entries that bear the name. */
export function namedEntries(columns: SpanColumns, kind: KeptName, number: number): BitSet {
  const set = new BitSet(columns.keys.length);
  if (kind === "tag") {
    const { tags } = columns;
    for (let at = 0; at < tags.length; at += 2) {
      if (tags[at + 1] === number) set.add(tags[at] as number);
    }
    return set;
  }
  const { agencies, places, languages } = columns;
  const names = { agency: agencies, place: places, language: languages }[kind];
  for (let entry = 0; entry < names.length; entry++) if (names[entry] === number) set.add(entry);
  return set;
}

/** The entries of the rows that are in the set. Rows of statements that have left their place stay in kept sets. */
export function entriesOfSet({ keys, entryOfRow, inOrder }: SpanColumns, rows: BitSet): BitSet {
  if (inOrder) return rows;
  const set = new BitSet(keys.length);
  for (let row = rows.firstFrom(0); row !== -1; ) {
    const entry = entryOfRow[row] ?? -1;
    if (entry !== -1) set.add(entry);
    row = row + 1 < rows.size ? rows.firstFrom(row + 1) : -1;
  }
  return set;
}

/** The entries of those rows, all of which are there. */
export function entriesOfRows({ keys, entryOfRow }: SpanColumns, rows: number[]): BitSet {
  const set = new BitSet(keys.length);
  for (const row of rows) set.add(entryOfRow[row] as number);
  return set;
}

/** The entries from the key `low` to `high`, both included. */
export function entriesWithin({ keys }: SpanColumns, low: number, high: number): BitSet {
  const set = new BitSet(keys.length);
  set.addRange(firstAtOrAfter(keys, low), firstAtOrAfter(keys, high + 1));
  return set;
}
