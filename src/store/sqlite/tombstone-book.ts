import type { IsoDate } from "../../statements/iso-date.ts";
import { type Prepare, rowOf } from "./prepare.ts";
import type { RunLedger } from "./run-ledger.ts";
import type { PresentStatement } from "./statement-book.ts";
import { dateOfKey } from "./statement-key.ts";

/** The names under which a statement was counted, by number. */
interface NameNumbers {
  place: number | null;
  agency: number | null;
  language: number | null;
}

/** A statement that was taken away by the publisher. */
export interface Buried {
  id: string;
  number: number;
  /** Where it stood. */
  key: number;
  date: IsoDate;
  slug: string | null;
}

/** The tombstones of statements that the publisher took away. */
export class TombstoneBook {
  readonly #prepare: Prepare;
  readonly #ledger: RunLedger;

  constructor(prepare: Prepare, ledger: RunLedger) {
    this.#prepare = prepare;
    this.#ledger = ledger;
  }

  /** `null` for an id without a tombstone, and for one of the sample. */
  find(id: string): Buried | null {
    const sql = `SELECT id, number, key, date, slug FROM tombstone WHERE id = ? AND number IS NOT NULL`;
    return rowOf<Buried>(this.#prepare(sql), id) ?? null;
  }

  add(statement: PresentStatement, names: NameNumbers, reason: string, change: number): void {
    const { id, number, key, slug, agency } = statement;
    const sql = `INSERT INTO tombstone (id, date, reason, removed_at, digest, number, key, slug, run,
      changed, agency, agency_name, place_name, language_name)
      SELECT ?, ?, ?, ?, r.digest, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM revision r
      WHERE r.statement = ? AND r.n = 1`;
    const said = [id, dateOfKey(key), reason, this.#ledger.at];
    const where = [number, key, slug, this.#ledger.run(), change];
    const numbers = [names.agency, names.place, names.language];
    this.#prepare(sql).run(...said, ...where, agency, ...numbers, number);
  }

  /** The words are gone, and so is the name that was made from them. */
  erase({ number }: Buried, reason: string, change: number): void {
    const sql = `UPDATE tombstone SET reason = ?, removed_at = ?, run = ?, changed = ?, slug = NULL
      WHERE number = ?`;
    this.#prepare(sql).run(reason, this.#ledger.at, this.#ledger.run(), change, number);
  }

  remove({ id }: Buried): void {
    this.#prepare("DELETE FROM tombstone WHERE id = ?").run(id);
  }
}
