import { type Prepare, rowOf } from "./prepare.ts";

/** Tables whose rows a run numbers. */
type Numbered = "statement" | "revision" | "source" | "file" | "folder" | "run";

/** The next numbers of a run: each table is asked once for its last. */
export class RunNumbers {
  readonly #prepare: Prepare;
  readonly #last = new Map<Numbered, number>();

  constructor(prepare: Prepare) {
    this.#prepare = prepare;
  }

  /** The next free number of that table. */
  next(table: Numbered): number {
    const next = this.last(table) + 1;
    this.#last.set(table, next);
    return next;
  }

  /** The last number of that table that was given. */
  last(table: Numbered): number {
    const last = this.#last.get(table) ?? this.lastKept(table);
    this.#last.set(table, last);
    return last;
  }

  /** The last number that has a row, whatever was given since. */
  lastKept(table: Numbered): number {
    const last = this.#lastOf(table);
    // A statement that was taken away keeps its number.
    return table === "statement" ? Math.max(last, this.#lastOf("tombstone")) : last;
  }

  #lastOf(table: Numbered | "tombstone"): number {
    const sql = `SELECT number FROM ${table} WHERE number >= 0 ORDER BY number DESC LIMIT 1`;
    return rowOf<{ number: number }>(this.#prepare(sql))?.number ?? 0;
  }
}
