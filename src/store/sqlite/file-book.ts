import type { KnownFile, SourceFile } from "../store.ts";
import { numberOf } from "./number-of.ts";
import { type Prepare, rowOf, rowsOf } from "./prepare.ts";
import type { RunLedger } from "./run-ledger.ts";
import { storedBytes } from "./stored-bytes.ts";

interface FileRow {
  number: number;
  statement: number;
  source: number;
  missing: number;
}

/** A file that has been noted: its number, the observation's, and the other statement that it stood for before. */
export interface NotedFile {
  file: number;
  source: number;
  left: number | null;
}

/** See `ArchiveImport.knownFiles`. */
const KNOWN_AT_ONCE = 1000;

const KNOWN_FILE = `SELECT d.name AS folder, f.path, coalesce(s.id, t.id) AS statement, o.sha256,
    f.missing, coalesce(s.file = f.number, 0) AS main, f.overruled, s.number IS NULL AS gone
  FROM file f JOIN folder d ON d.number = f.folder JOIN source o ON o.number = f.source
  LEFT JOIN statement s ON s.number = f.statement LEFT JOIN tombstone t ON t.number = f.statement`;

/** The folder of files that lie in none: no import folder has this name. */
const GIVEN = "";

/** The files that the archive knows, and what it saw in them. */
export class FileBook {
  readonly #prepare: Prepare;
  readonly #ledger: RunLedger;

  constructor(prepare: Prepare, ledger: RunLedger) {
    this.#prepare = prepare;
    this.#ledger = ledger;
  }

  known(folder: string, after: string | null): KnownFile[] {
    const condition = `d.name = ? AND f.path > ? ORDER BY f.path LIMIT ${KNOWN_AT_ONCE}`;
    return this.#knownFiles(condition, folder, after ?? "");
  }

  holders(id: string): KnownFile[] {
    const number = numberOf(this.#prepare, id);
    return this.#knownFiles("f.statement = ? AND f.missing = 0 ORDER BY f.number", number);
  }

  /** See `ArchivePublishing.knownFile`. */
  knownAt(folder: string, path: string): KnownFile | null {
    return this.#knownFiles("d.name = ? AND f.path = ?", folder, path)[0] ?? null;
  }

  #knownFiles(condition: string, ...values: unknown[]): KnownFile[] {
    const sql = `${KNOWN_FILE} WHERE ${condition}`;
    const rows = rowsOf<Record<keyof KnownFile, unknown>>(this.#prepare(sql), ...values);
    for (const row of rows) {
      for (const flag of ["missing", "main", "overruled", "gone"] as const) {
        row[flag] = Boolean(row[flag]);
      }
    }
    return rows as unknown as KnownFile[];
  }

  /** Whether all that could be noted is noted already: the same bytes, for the same wording, not missing. */
  stands(file: SourceFile, statement: number, wording: number): boolean {
    const known = this.#find(this.#folder(file.folder), file.path);
    if (!known || known.missing || known.statement !== statement) return false;
    return this.#sameObservation(known, file, wording);
  }

  /** Marks the file as holding words that the publisher set aside. */
  overrule({ file }: NotedFile): void {
    this.#prepare("UPDATE file SET overruled = 1 WHERE number = ?").run(file);
  }

  /** Notes that the file holds that wording of the statement. */
  note(file: SourceFile, statement: number, wording: number, text: string): NotedFile {
    const folder = this.#folder(file.folder) ?? this.#addFolder(file.folder);
    const known = this.#find(folder, file.path);
    const number = known?.number ?? this.#ledger.numbers.next("file");
    const again = known && this.#sameObservation(known, file, wording);
    const source = again ? known.source : this.#observe(number, file, wording, text);
    if (again) this.#giveBytesAgain(source, file, text);
    if (known) this.#turn(known, statement, source);
    else this.#add(number, folder, file.path, statement, source);
    const left = known && known.statement !== statement ? known.statement : null;
    return { file: number, source, left };
  }

  /** Notes a file of the publisher's that holds that wording and lies in no import folder: no import looks for it. */
  noteGiven(
    file: Omit<SourceFile, "folder">,
    statement: number,
    wording: number,
    text: string,
  ): NotedFile {
    const folder = this.#folder(GIVEN) ?? this.#addFolder(GIVEN);
    // Two may have the same name: nobody asks what such a name stands for now.
    const known = this.#find(folder, file.path);
    const number = known?.number ?? this.#ledger.numbers.next("file");
    const source = this.#observe(number, { ...file, folder: GIVEN }, wording, text);
    const sql = `INSERT OR IGNORE INTO file (number, folder, path, statement, source, missing)
      VALUES (?, ?, ?, ?, ?, 1)`;
    this.#prepare(sql).run(number, folder, file.path, statement, source);
    return { file: number, source, left: null };
  }

  /** The first file that holds the statement now; `null` where none does. */
  holderOf(statement: number): number | null {
    const sql = `SELECT number FROM file WHERE statement = ? AND missing = 0
      ORDER BY number LIMIT 1`;
    return rowOf<{ number: number }>(this.#prepare(sql), statement)?.number ?? null;
  }

  /** The file of that observation. */
  fileOf(source: number): number {
    const sql = "SELECT file FROM source WHERE number = ?";
    return rowOf<{ file: number }>(this.#prepare(sql), source)?.file ?? 0;
  }

  #folder(name: string): number | null {
    const sql = "SELECT number FROM folder WHERE name = ?";
    return rowOf<{ number: number }>(this.#prepare(sql), name)?.number ?? null;
  }

  #addFolder(name: string): number {
    const number = this.#ledger.numbers.next("folder");
    this.#prepare("INSERT INTO folder (number, name) VALUES (?, ?)").run(number, name);
    return number;
  }

  #find(folder: number | null, path: string): FileRow | undefined {
    const sql = `SELECT number, statement, source, missing FROM file WHERE folder = ? AND path = ?`;
    return rowOf<FileRow>(this.#prepare(sql), folder, path);
  }

  #sameObservation(known: FileRow, file: SourceFile, wording: number): boolean {
    const sql = "SELECT sha256, revision FROM source WHERE number = ?";
    const last = rowOf<{ sha256: Buffer; revision: number }>(this.#prepare(sql), known.source);
    return last !== undefined && last.revision === wording && last.sha256.equals(file.sha256);
  }

  #observe(number: number, file: SourceFile, wording: number, text: string): number {
    const source = this.#ledger.numbers.next("source");
    const { before, after, bytes } = storedBytes(file.bytes, text);
    const sql = `INSERT INTO source (number, file, revision, run, sha256, before, after, bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
    const run = this.#ledger.run();
    this.#prepare(sql).run(source, number, wording, run, file.sha256, before, after, bytes);
    return source;
  }

  /** Those of a wording that was erased are gone until the same file is given once more. */
  #giveBytesAgain(source: number, file: SourceFile, text: string): void {
    const { before, after, bytes } = storedBytes(file.bytes, text);
    const sql = `UPDATE source SET before = ?, after = ?, bytes = ?
      WHERE number = ? AND before = x'' AND after = x''`;
    this.#prepare(sql).run(before, after, bytes, source);
  }

  #add(number: number, folder: number, path: string, statement: number, source: number): void {
    const sql = `INSERT INTO file (number, folder, path, statement, source, missing)
      VALUES (?, ?, ?, ?, ?, 0)`;
    this.#prepare(sql).run(number, folder, path, statement, source);
    this.#ledger.totals.files++;
  }

  #turn(known: FileRow, statement: number, source: number): void {
    const sql = `UPDATE file SET statement = ?, source = ?, missing = 0, overruled = 0
      WHERE number = ?`;
    this.#prepare(sql).run(statement, source, known.number);
    if (known.missing) this.#ledger.totals.missingFiles--;
  }

  /** The number of the statement that the file held; `null` where nothing changes. */
  noteMissing(folder: string, path: string): number | null {
    const known = this.#find(this.#folder(folder), path);
    if (!known || known.missing) return null;
    this.#prepare("UPDATE file SET missing = 1 WHERE number = ?").run(known.number);
    this.#ledger.totals.missingFiles++;
    return known.statement;
  }

  /** Where the file that answers for the statement no longer holds it, the first that does takes over. */
  settleMain(statement: number | null): void {
    if (statement === null) return;
    const held = `SELECT 1 FROM statement s JOIN file f ON f.number = s.file
      WHERE s.number = ? AND f.statement = s.number AND f.missing = 0`;
    if (rowOf(this.#prepare(held), statement)) return;
    const holder = this.holderOf(statement);
    if (holder === null) return;
    this.#prepare("UPDATE statement SET file = ? WHERE number = ?").run(holder, statement);
  }
}
