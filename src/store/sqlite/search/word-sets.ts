import type { WordForm } from "../../../search/word-forms.ts";
import { type Prepare, rowOf, rowsOf } from "../prepare.ts";
import type { BitSet } from "./bit-set.ts";
import { GatheredRows } from "./gathered-rows.ts";
import { rowExpression } from "./match-expression.ts";
import { packRows, rowsPacked, unpackRows } from "./packed-rows.ts";
import { type Span, setTableOf, tableOf, wordTableOf } from "./spans.ts";
import { WordFilter } from "./word-filter.ts";

type Place = Pick<Span, "number">;
type Column = WordForm["of"];

/** A word's set is kept where at least one statement in so many holds it: fewer are found as fast in the full-text table. */
const RARITY = 64;

/** Words of fewer statements are found fast in any span. */
const LEAST = 32;

/** How the columns are written: `words` first, as it is in the full-text table. */
const NUMBERS: Record<Column, number> = { words: 0, stems: 1 };

/** In place of a column, of the filter of all words and stems, which stands under no word. */
const FILTER = 2;

/** How many sets are written before other work of the process gets its turn. */
const AT_ONCE = 200;

export function createSets(prepare: Prepare, place: Place): void {
  prepare(`CREATE TABLE ${setTableOf(place)} (column INTEGER NOT NULL, word TEXT NOT NULL,
    rows BLOB NOT NULL, PRIMARY KEY (column, word)) STRICT, WITHOUT ROWID`).run();
}

/** Which rows of the span, of those below `size`, hold the word in that column; `null` where no set is kept for it. */
export function readSet(
  prepare: Prepare,
  place: Place,
  column: Column,
  word: string,
  size: number,
): BitSet | null {
  const packed = readPacked(prepare, place, column, word);
  return packed && unpackRows(packed, size);
}

function readPacked(prepare: Prepare, place: Place, column: Column, word: string): Buffer | null {
  const sql = `SELECT rows FROM ${setTableOf(place)} WHERE column = ? AND word = ?`;
  return rowOf<{ rows: Buffer }>(prepare(sql), NUMBERS[column], word)?.rows ?? null;
}

/** Keeps the sets of a span that has just been built: of its common words, and of all its stems. Yields now and then. */
export function* storeAllSets(
  prepare: Prepare,
  place: Place,
  count: number,
  stems: GatheredRows,
): Generator<void> {
  const insert = prepare(`INSERT INTO ${setTableOf(place)} (column, word, rows) VALUES (?, ?, ?)`);
  let written = 0;
  for (const word of commonWords(prepare, place, count)) {
    insert.run(NUMBERS.words, word, packRows(rowsHolding(prepare, place, word)));
    if (++written % AT_ONCE === 0) yield;
  }
  for (const stem of [...stems.words()].sort()) {
    insert.run(NUMBERS.stems, stem, packRows(stems.rowsOf(stem)));
    if (++written % AT_ONCE === 0) yield;
  }
}

/** Keeps the filter of a span that has just been built, which tells most words that it does not hold. */
export function storeFilter(prepare: Prepare, place: Place, stems: GatheredRows): void {
  // A row for each column.
  const sql = `SELECT DISTINCT term FROM ${wordTableOf(place)}`;
  const words = prepare(sql).pluck().all() as string[];
  const filter = WordFilter.ofSize(words.length + stems.size);
  for (const word of words) filter.add("words", word);
  for (const stem of stems.words()) filter.add("stems", stem);
  const insert = `INSERT INTO ${setTableOf(place)} (column, word, rows) VALUES (?, '', ?)`;
  prepare(insert).run(FILTER, filter.bytes);
}

/** For a span whose words have changed. */
export function dropFilter(prepare: Prepare, place: Place): void {
  prepare(`DELETE FROM ${setTableOf(place)} WHERE column = ?`).run(FILTER);
}

/** `null` where none is kept. */
export function readFilter(prepare: Prepare, place: Place): WordFilter | null {
  const sql = `SELECT rows FROM ${setTableOf(place)} WHERE column = ?`;
  const row = rowOf<{ rows: Buffer }>(prepare(sql), FILTER);
  return row ? new WordFilter(row.rows) : null;
}

/** In the order of the table's key. */
function commonWords(prepare: Prepare, place: Place, count: number): string[] {
  const sql = `SELECT term FROM ${wordTableOf(place)} WHERE doc >= ?`;
  const least = Math.max(LEAST, Math.ceil(count / RARITY));
  // A row for each column, in the order of the words.
  return [...new Set(prepare(sql).pluck().all(least) as string[])];
}

function rowsHolding(prepare: Prepare, place: Place, word: string): number[] {
  const table = tableOf(place);
  const expression = rowExpression({ of: "words", row: [word], prefix: false, languages: null });
  const sql = `SELECT rowid FROM ${table} WHERE ${table} MATCH ?`;
  return prepare(sql).pluck().all(expression) as number[];
}

/** Gathers what rows that are added to a span mean for its sets. */
export class AddedRows {
  readonly #prepare: Prepare;
  readonly #place: Place;
  readonly #kept: Set<string>;
  readonly #words = new GatheredRows();
  readonly #stems = new GatheredRows();

  constructor(prepare: Prepare, place: Place) {
    this.#prepare = prepare;
    this.#place = place;
    const sql = `SELECT word FROM ${setTableOf(place)} WHERE column = ?`;
    const rows = rowsOf<{ word: string }>(prepare(sql), NUMBERS.words);
    this.#kept = new Set(rows.map(({ word }) => word));
  }

  /** The row is above all others. Words have a space between them. */
  add(row: number, words: string, stems: Iterable<string>): void {
    const kept = words.split(" ").filter((word) => this.#kept.has(word));
    this.#words.add(row, kept);
    this.#stems.add(row, stems);
  }

  store(): void {
    const sql = `INSERT INTO ${setTableOf(this.#place)} (column, word, rows) VALUES (?, ?, ?)
      ON CONFLICT (column, word) DO UPDATE SET rows = excluded.rows`;
    for (const [column, gathered] of [
      ["words", this.#words],
      ["stems", this.#stems],
    ] as const) {
      for (const word of gathered.words()) {
        const before = readPacked(this.#prepare, this.#place, column, word);
        const rows = gathered.rowsOf(word);
        const all = before ? [...rowsPacked(before), ...rows] : rows;
        this.#prepare(sql).run(NUMBERS[column], word, packRows(all));
      }
    }
  }
}
