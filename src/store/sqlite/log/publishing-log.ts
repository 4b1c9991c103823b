import { type Prepare, rowOf } from "../prepare.ts";
import { dateOfKey } from "../statement-key.ts";
import { type LoggedWords, loggedSource, type RunLog } from "./run-log.ts";

/** Appends to the log what the publisher does. */
export class PublishingLog {
  readonly #prepare: Prepare;
  readonly #log: RunLog;

  constructor(prepare: Prepare, log: RunLog) {
    this.#prepare = prepare;
    this.#log = log;
  }

  /** `source`: the number of the observation that brought the wording. */
  wording(
    change: "revised" | "restored",
    { id, n, source }: { id: string; n: number; source: number },
    words: LoggedWords,
  ): void {
    const brought = loggedSource(this.#prepare, source);
    this.#log.wording(change, { id, n, date: words.content.date, source: brought }, words);
  }

  /** Speaks of the last wording. `key`: where the statement stands, or stood. */
  withdrawal(
    change: "marked" | "withdrawn" | "erased",
    { id, number, key }: { id: string; number: number; key: number },
    reason: string,
  ): void {
    const sql = "SELECT n, source FROM revision WHERE statement = ? ORDER BY n DESC LIMIT 1";
    const last = rowOf<{ n: number; source: number }>(this.#prepare(sql), number);
    if (!last) throw new RangeError(`expected the number of a statement, not ${number}`);
    const source = loggedSource(this.#prepare, last.source);
    this.#log.withdrawal(change, { id, n: last.n, date: dateOfKey(key), source }, reason);
  }
}
