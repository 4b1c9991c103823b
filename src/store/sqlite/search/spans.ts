import { type Prepare, rowsOf } from "../prepare.ts";
import { HIGHEST_KEY } from "../statement-key.ts";

/** A stretch of days whose statements share a full-text table. Together the spans hold every key. */
export interface Span {
  number: number;
  /** The first and the last key that may be in it. */
  low: number;
  high: number;
  /** How many statements are in it. */
  count: number;
  /** The generation that last changed it. */
  written: number;
}

/** All spans, in order of time; none before the first import. */
export function readSpans(prepare: Prepare): Span[] {
  const sql = "SELECT number, low, count, written FROM search_span WHERE low >= 0 ORDER BY low";
  const rows = rowsOf<Omit<Span, "high">>(prepare(sql));
  return rows.map((row, index) => ({
    ...row,
    high: (rows[index + 1]?.low ?? HIGHEST_KEY + 1) - 1,
  }));
}

/** The span's full-text table. */
export function tableOf({ number }: Pick<Span, "number">): string {
  return `search_${number}`;
}

/** The table of the sets that are kept of its words and stems. */
export function setTableOf({ number }: Pick<Span, "number">): string {
  return `search_sets_${number}`;
}

/** The table of its words with their counts (`fts5vocab`, one row for each word and column). */
export function wordTableOf({ number }: Pick<Span, "number">): string {
  return `search_words_${number}`;
}
