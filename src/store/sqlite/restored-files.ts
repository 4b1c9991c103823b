import type { KeptFile, KeptSource } from "../history.ts";
import { numberOf } from "./number-of.ts";
import { type Prepare, rowOf } from "./prepare.ts";
import type { RunLedger } from "./run-ledger.ts";
import { ERASED_BYTES, storedBytes } from "./stored-bytes.ts";

/** How numbers of another archive become numbers here: each is added to the last that was given. */
export interface Numbers {
  given: Record<"run" | "statement" | "revision" | "source" | "file" | "change", number>;
  run(number: number): number;
}

/** Files of another archive, and what was read from them, as a run writes them. */
export class RestoredFiles {
  readonly #prepare: Prepare;
  readonly #ledger: RunLedger;
  readonly #numbers: Numbers;

  constructor(prepare: Prepare, ledger: RunLedger, numbers: Numbers) {
    this.#prepare = prepare;
    this.#ledger = ledger;
    this.#numbers = numbers;
  }

  addSource(statement: number, revision: number, text: string, kept: KeptSource): void {
    const number = this.#numbers.given.source + kept.number;
    const file = this.#fileOf(statement, number, kept);
    const stored = kept.bytes === null ? ERASED_BYTES : storedBytes(kept.bytes, text);
    const { before, after, bytes } = stored;
    const sql = `INSERT INTO source (number, file, revision, run, sha256, before, after, bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
    const run = this.#numbers.run(kept.run);
    this.#prepare(sql).run(number, file, revision, run, kept.sha256, before, after, bytes);
  }

  /** The file's number; one that is not known here stands as missing until `settle` says what it held last. */
  #fileOf(statement: number, source: number, { file, folder, path }: KeptSource): number {
    const place = this.#folder(folder);
    const sql = "SELECT number FROM file WHERE folder = ? AND path = ?";
    const known = rowOf<{ number: number }>(this.#prepare(sql), place, path);
    if (known) return known.number;
    const number = this.#numbers.given.file + file;
    this.#prepare(`INSERT INTO file (number, folder, path, statement, source, missing)
      VALUES (?, ?, ?, ?, ?, 1)`).run(number, place, path, statement, source);
    if (folder !== "") {
      this.#ledger.totals.files++;
      this.#ledger.totals.missingFiles++;
    }
    return number;
  }

  #folder(name: string): number {
    const row = rowOf<{ number: number }>(
      this.#prepare("SELECT number FROM folder WHERE name = ?"),
      name,
    );
    if (row) return row.number;
    const number = this.#ledger.numbers.next("folder");
    this.#prepare("INSERT INTO folder (number, name) VALUES (?, ?)").run(number, name);
    return number;
  }

  /** A file that was known here before stays what it was. */
  settle({
    number,
    folder,
    path,
    statement: id,
    source,
    missing,
    overruled,
    main,
  }: KeptFile): void {
    const { given } = this.#numbers;
    const known = rowOf<{ number: number }>(
      this.#prepare("SELECT number FROM file WHERE folder = ? AND path = ?"),
      this.#folder(folder),
      path,
    );
    if (known?.number !== given.file + number) return;
    const statement = numberOf(this.#prepare, id);
    this.#prepare(
      `UPDATE file SET statement = ?, source = ?, missing = ?, overruled = ? WHERE number = ?`,
    ).run(statement, given.source + source, missing ? 1 : 0, overruled ? 1 : 0, known.number);
    if (folder !== "" && !missing) this.#ledger.totals.missingFiles--;
    if (!main) return;
    const sql = "UPDATE statement SET file = ? WHERE number = ?";
    this.#prepare(sql).run(known.number, statement);
  }
}
