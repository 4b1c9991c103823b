import { foldName } from "../../statements/fold-name.ts";
import type { KeptName } from "./kept-names.ts";
import { type Prepare, rowOf } from "./prepare.ts";
import { type SpellingEntry, writeNameCounts } from "./write-counts.ts";

/** Spellings that are held in memory before they are written. */
const HELD = 10_000;

/** The counts of names, by the ways in which they are written, as a run changes them. */
export class RunNames {
  readonly #prepare: Prepare;
  readonly #spellings = new Map<string, SpellingEntry>();

  constructor(prepare: Prepare) {
    this.#prepare = prepare;
  }

  /** Counts a statement in under a name: the name's number, or `null` for no name. */
  enter(kind: KeptName, written: string | null): number | null {
    if (written === null) return null;
    const entry = this.#spelling(kind, written);
    entry.added++;
    return entry.name;
  }

  /** Counts a statement out: the name's number, or `null` for no name. */
  leave(kind: KeptName, written: string | null): number | null {
    if (written === null) return null;
    const entry = this.#spelling(kind, written);
    entry.added--;
    return entry.name;
  }

  #spelling(kind: KeptName, written: string): SpellingEntry {
    const key = `${kind} ${written}`;
    const known = this.#spellings.get(key);
    if (known) return known;
    if (this.#spellings.size >= HELD) this.write();
    const entry = { name: this.#nameNumber(kind, foldName(written)), written, added: 0 };
    this.#spellings.set(key, entry);
    return entry;
  }

  #nameNumber(kind: KeptName, folded: string): number {
    const sql = "SELECT number FROM name WHERE kind = ? AND folded = ?";
    const row = rowOf<{ number: number }>(this.#prepare(sql), kind, folded);
    if (row) return row.number;
    const insert = this.#prepare("INSERT INTO name (kind, folded, count) VALUES (?, ?, 0)");
    return Number(insert.run(kind, folded).lastInsertRowid);
  }

  /** Writes what is held. */
  write(): void {
    writeNameCounts(this.#prepare, this.#spellings.values());
    this.#spellings.clear();
  }
}
