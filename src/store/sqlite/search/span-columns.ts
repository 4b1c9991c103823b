import { type Prepare, rowOf, rowsOf } from "../prepare.ts";
import type { Span } from "./spans.ts";

/** What narrows and counts the statements of a span: an entry for each, in the order of their keys. */
export interface SpanColumns {
  keys: Float64Array;
  /** Their rows in the full-text table, and the entry of each row (-1 for none). */
  rows: Int32Array;
  entryOfRow: Int32Array;
  /** Whether every entry has its own number as its row, as in a span in which nothing has changed. */
  inOrder: boolean;
  /** Names by number, 0 for none. */
  agencies: Int32Array;
  places: Int32Array;
  languages: Int32Array;
  /** Pairs of an entry and a tag that it bears. */
  tags: Int32Array;
}

type Stored = Record<Exclude<keyof SpanColumns, "entryOfRow" | "inOrder">, Buffer>;

/** Reads the columns that `storeColumns` wrote. */
export function readColumns(prepare: Prepare, { number }: Pick<Span, "number">): SpanColumns {
  const sql =
    "SELECT keys, rows, agencies, places, languages, tags FROM search_span WHERE number = ?";
  const row = rowOf<Stored>(prepare(sql), number);
  if (!row) throw new Error(`the search index has lost its span ${number}`);
  const rows = new Int32Array(bufferOf(row.rows));
  return {
    keys: new Float64Array(bufferOf(row.keys)),
    rows,
    entryOfRow: inverse(rows),
    inOrder: rows.every((number, entry) => number === entry),
    agencies: new Int32Array(bufferOf(row.agencies)),
    places: new Int32Array(bufferOf(row.places)),
    languages: new Int32Array(bufferOf(row.languages)),
    tags: new Int32Array(bufferOf(row.tags)),
  };
}

function inverse(rows: Int32Array): Int32Array {
  let most = 0;
  for (const row of rows) most = Math.max(most, row);
  const entries = new Int32Array(most + 1).fill(-1);
  for (let entry = 0; entry < rows.length; entry++) entries[rows[entry] as number] = entry;
  return entries;
}

/** Writes the columns anew from the statements that are in the span now, whose rows `rowOfKey` tells by their keys. */
export function storeColumns(
  prepare: Prepare,
  span: Pick<Span, "number" | "low" | "high">,
  nextRow: number,
  rowOfKey: (key: number, entry: number) => number,
): void {
  const rows = prepare(`SELECT key, agency_name, place_name, language_name FROM statement
    WHERE key >= ? AND key <= ? ORDER BY key`)
    .raw()
    .all(span.low, span.high) as [number, number | null, number | null, number][];
  const keys = Float64Array.from(rows, ([key]) => key);
  const columns = [
    keys,
    Int32Array.from(keys, rowOfKey),
    Int32Array.from(rows, ([, agency]) => agency ?? 0),
    Int32Array.from(rows, ([, , place]) => place ?? 0),
    Int32Array.from(rows, ([, , , language]) => language),
    tagsOf(prepare, span, keys),
  ];
  const sql = `UPDATE search_span SET count = ?, next_row = ?, keys = ?, rows = ?, agencies = ?, places = ?, languages = ?,
    tags = ?, written = (SELECT generation + 1 FROM archive WHERE one = 1) WHERE number = ?`;
  const stored = columns.map(({ buffer }) => Buffer.from(buffer as ArrayBuffer));
  prepare(sql).run(rows.length, nextRow, ...stored, span.number);
}

function tagsOf(
  prepare: Prepare,
  { low, high }: Pick<Span, "low" | "high">,
  keys: Float64Array,
): Int32Array {
  const pairs: number[] = [];
  const tags = rowsOf<{ number: number }>(prepare("SELECT number FROM name WHERE kind = 'tag'"));
  const sql = "SELECT key FROM tagged WHERE tag = ? AND key >= ? AND key <= ? ORDER BY key";
  for (const { number } of tags) {
    for (const { key } of rowsOf<{ key: number }>(prepare(sql), number, low, high)) {
      pairs.push(firstAtOrAfter(keys, key), number);
    }
  }
  return Int32Array.from(pairs);
}

/** The first entry whose key is at least that; the number of entries where none is. */
export function firstAtOrAfter(keys: Float64Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A copy: a blob begins anywhere in its memory, and a typed array only at a multiple of its width. */
function bufferOf(blob: Buffer): ArrayBuffer {
  return new Uint8Array(blob).buffer;
}
