import type { WordForm } from "../../../search/word-forms.ts";
import { type Prepare, rowOf, rowsOf } from "../prepare.ts";
import { BitSet } from "./bit-set.ts";
import { formExpression } from "./match-expression.ts";
import { type Span, tableOf, wordTableOf } from "./spans.ts";

type Column = WordForm["of"];

/** A word gets bits where at least one statement in so many holds it: fewer are found as fast without. */
const RARITY = 64;

/** In a smaller span every word is found fast. */
const SMALL_SPAN = 2000;

/** Which rows of the span's table hold the word in that column; `null` where no bits are kept for it. */
export function readBits(
  prepare: Prepare,
  span: Pick<Span, "number">,
  column: Column,
  word: string,
): BitSet | null {
  const sql = "SELECT bits FROM search_bits WHERE span = ? AND column = ? AND word = ?";
  const row = rowOf<{ bits: Buffer }>(prepare(sql), span.number, column, word);
  return row ? bitsOf(row.bits) : null;
}

/** Keeps bits for the words of a span that has just been built, whose table has that many rows. Yields now and then. */
export function* storeAllBits(
  prepare: Prepare,
  span: Pick<Span, "number">,
  rows: number,
): Generator<void> {
  if (rows < SMALL_SPAN) return;
  const sql = `SELECT term, col FROM ${wordTableOf(span)} WHERE doc >= ? AND col IN ('words', 'stems')`;
  const common = rowsOf<{ term: string; col: Column }>(prepare(sql), Math.ceil(rows / RARITY));
  const insert = "INSERT INTO search_bits (span, column, word, bits) VALUES (?, ?, ?, ?)";
  for (const { term, col } of common) {
    const bits = new BitSet(rows);
    for (const row of rowsHolding(prepare, span, col, term)) bits.add(row);
    prepare(insert).run(span.number, col, term, Buffer.from(bits.words.buffer));
    yield;
  }
}

function rowsHolding(
  prepare: Prepare,
  span: Pick<Span, "number">,
  of: Column,
  word: string,
): number[] {
  const table = tableOf(span);
  const expression = formExpression({ of, row: [word], prefix: false, languages: null });
  const sql = `SELECT rowid FROM ${table} WHERE ${table} MATCH ?`;
  return prepare(sql).pluck().all(expression) as number[];
}

/** Gathers what rows that are added to a span mean for the bits of its words. */
export class AddedBits {
  readonly #prepare: Prepare;
  readonly #span: Pick<Span, "number">;
  readonly #rows = new Map<string, number[]>();

  constructor(prepare: Prepare, span: Pick<Span, "number">) {
    this.#prepare = prepare;
    this.#span = span;
    const sql = "SELECT column, word FROM search_bits WHERE span = ?";
    for (const { column, word } of rowsOf<{ column: Column; word: string }>(
      prepare(sql),
      span.number,
    )) {
      this.#rows.set(`${column} ${word}`, []);
    }
  }

  /** `words`: those of the row in that column, in any order, with a space between them. */
  add(row: number, column: Column, words: string): void {
    if (this.#rows.size === 0) return;
    for (const word of new Set(words.split(" "))) this.#rows.get(`${column} ${word}`)?.push(row);
  }

  store(): void {
    const sql = "UPDATE search_bits SET bits = ? WHERE span = ? AND column = ? AND word = ?";
    for (const [name, rows] of this.#rows) {
      if (rows.length === 0) continue;
      const [column, word] = name.split(" ") as [Column, string];
      const before = readBits(this.#prepare, this.#span, column, word) ?? new BitSet(0);
      const bits = before.resized(Math.max(before.size, (rows.at(-1) as number) + 1));
      for (const row of rows) bits.add(row);
      this.#prepare(sql).run(Buffer.from(bits.words.buffer), this.#span.number, column, word);
    }
  }
}

function bitsOf(blob: Buffer): BitSet {
  const words = new Uint32Array(new Uint8Array(blob).buffer);
  return new BitSet(32 * words.length, words);
}
