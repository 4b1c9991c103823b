import { existsSync } from "node:fs";
import path from "node:path";
import type Database from "better-sqlite3";
import { DatelineError } from "../errors.ts";
import { openDatabase, SqliteError } from "../store/sqlite/driver.ts";

/** The file, in the folder of an export, that tells it from any other folder. */
export const RECORD_FILE = ".dateline-export";

/** "DLex": says whose file it is (SQLite, file format, 1.3). */
const APPLICATION_ID = 0x444c6578;

/** The files that exports wrote into a folder, so that a later one touches these and no others. Held by one process at a time. */
export class ExportRecord {
  readonly #database: Database.Database;
  readonly #find: Database.Statement<[file: string], { run: number }>;
  readonly #claim: Database.Statement<[file: string, run: number]>;
  readonly #run: number;

  private constructor(database: Database.Database) {
    this.#database = database;
    this.#find = database.prepare("SELECT run FROM file WHERE path = ?");
    this.#claim = database.prepare(
      "INSERT INTO file (path, run) VALUES (?, ?) ON CONFLICT DO UPDATE SET run = excluded.run",
    );
    this.#run = 1 + (database.prepare("SELECT max(run) FROM file").pluck().get() as number);
  }

  /** Begins a run in that folder. Throws `unavailable` where another process has one there, and `usage` where the file is another's. */
  static open(folder: string): ExportRecord {
    const file = path.join(folder, RECORD_FILE);
    const database = openDatabase(file, { timeout: 0 });
    try {
      prepare(database);
      return new ExportRecord(database);
    } catch (error) {
      database.close();
      throw explained(error, file);
    }
  }

  static isIn(folder: string): boolean {
    return existsSync(path.join(folder, RECORD_FILE));
  }

  /** Claims the file for this run, before it is written. Whether an earlier claim stands. */
  claim(file: string): boolean {
    const known = this.#find.get(file);
    this.#claim.run(file, this.#run);
    return known !== undefined;
  }

  /** Whether this run claimed it. */
  has(file: string): boolean {
    return this.#find.get(file)?.run === this.#run;
  }

  /** What was noted of the file; `null` where nothing was. */
  noteOn(file: string): string | null {
    const noted = this.#database.prepare("SELECT note FROM file WHERE path = ?").pluck();
    return (noted.get(file) as string | null | undefined) ?? null;
  }

  note(file: string, note: string): void {
    this.#database.prepare("UPDATE file SET note = ? WHERE path = ?").run(note, file);
  }

  /** Claims everything anew: what this run claimed so far counts as an earlier run's. */
  startOver(): void {
    this.#database.prepare("UPDATE file SET run = ? WHERE run = ?").run(this.#run - 1, this.#run);
  }

  /** At most `limit` files that earlier runs wrote and this one did not, from behind `after`, in the order of their names. */
  left(after: string, limit: number): string[] {
    return this.#database
      .prepare("SELECT path FROM file WHERE path > ? AND run < ? ORDER BY path LIMIT ?")
      .pluck()
      .all(after, this.#run, limit) as string[];
  }

  forget(file: string): void {
    this.#database.prepare("DELETE FROM file WHERE path = ?").run(file);
  }

  close(): void {
    this.#database.close();
  }
}

function prepare(database: Database.Database): void {
  // Also the lock, and no file of shared memory, which network drives cannot keep.
  database.pragma("locking_mode = EXCLUSIVE");
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = NORMAL");
  const isNew = database.prepare("SELECT count(*) FROM sqlite_schema").pluck().get() === 0;
  if (!isNew && database.pragma("application_id", { simple: true }) !== APPLICATION_ID)
    throw new DatelineError("usage", "another program's");
  if (isNew) {
    database.exec(`BEGIN IMMEDIATE;
      PRAGMA application_id = ${APPLICATION_ID};
      CREATE TABLE file (path TEXT PRIMARY KEY, run INTEGER NOT NULL, note TEXT) STRICT, WITHOUT ROWID;
      COMMIT`);
  }
  database.exec("BEGIN IMMEDIATE; COMMIT");
}

function explained(error: unknown, file: string): unknown {
  if (error instanceof SqliteError && error.code.startsWith("SQLITE_BUSY")) {
    return new DatelineError("unavailable", "Another export is writing into that folder.");
  }
  const isForeign =
    (error instanceof SqliteError && error.code === "SQLITE_NOTADB") ||
    (error instanceof DatelineError && error.code === "usage");
  if (!isForeign) return error;
  return new DatelineError(
    "usage",
    `Expected the record of an earlier export, found ${file}, which is none.`,
  );
}
