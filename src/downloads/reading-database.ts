import type Database from "better-sqlite3";
import type {
  GoneRecordJson,
  GoneWordingJson,
  RecordJson,
  WordingJson,
} from "../formats/record-json.ts";
import { revisionPath } from "../permalinks.ts";
import { openDatabase } from "../store/sqlite/driver.ts";
import type { ArchiveSummary } from "../store/store.ts";

/** "DtlR": the archive for readers, which is no archive that Dateline opens. */
const APPLICATION_ID = 0x44746c52;

/** What each table means: docs/downloads.md. */
const TABLES = `
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) STRICT;
CREATE TABLE statement (
  id TEXT PRIMARY KEY, permalink TEXT NOT NULL, short TEXT NOT NULL, revision INTEGER NOT NULL, date TEXT NOT NULL,
  headline TEXT NOT NULL, place TEXT, agency TEXT, language TEXT NOT NULL, first_imported_at TEXT NOT NULL,
  withdrawn_at TEXT, withdrawn_reason TEXT
) STRICT;
CREATE TABLE revision (
  statement TEXT NOT NULL, revision INTEGER NOT NULL, short TEXT NOT NULL, seen_at TEXT NOT NULL, note TEXT,
  date TEXT, headline TEXT, headline_derived INTEGER, place TEXT, agency TEXT, language TEXT, url TEXT, rights TEXT,
  format TEXT, text TEXT, gone_at TEXT, gone_reason TEXT,
  PRIMARY KEY (statement, revision)
) STRICT;
CREATE TABLE tag (statement TEXT NOT NULL, revision INTEGER NOT NULL, tag TEXT NOT NULL) STRICT;
CREATE TABLE source (
  statement TEXT NOT NULL, revision INTEGER NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, imported_at TEXT NOT NULL
) STRICT;
CREATE TABLE event (statement TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL, reason TEXT) STRICT;
CREATE TABLE gone (
  id TEXT PRIMARY KEY, short TEXT NOT NULL, date TEXT NOT NULL, agency TEXT, gone_at TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX statement_by_date ON statement (date);
CREATE VIEW present AS
  SELECT s.*, r.headline_derived, r.url, r.rights, r.format, r.text
  FROM statement s JOIN revision r ON r.statement = s.id AND r.revision = s.revision;
`;

/** The archive as one plain SQLite file for readers, in a file that is not there yet. */
export class ReadingDatabase {
  readonly #database: Database.Database;
  readonly #prepared = new Map<string, Database.Statement>();

  constructor(path: string) {
    this.#database = openDatabase(path);
    // A file that was not made whole is thrown away, so that nothing need be undone.
    this.#database.pragma("journal_mode = OFF");
    this.#database.pragma("synchronous = OFF");
    this.#database.pragma("cache_size = -16384");
    this.#database.pragma(`application_id = ${APPLICATION_ID}`);
    this.#database.exec(TABLES);
  }

  add(records: readonly (RecordJson | GoneRecordJson)[]): void {
    this.#database.exec("BEGIN");
    for (const record of records) this.#addOne(record);
    this.#database.exec("COMMIT");
  }

  close({ generation, changedAt, total }: ArchiveSummary): void {
    for (const [name, value] of Object.entries({ generation, changed_at: changedAt, total })) {
      this.#insert("about", name, value === null ? null : String(value));
    }
    this.#database.close();
  }

  #addOne(record: RecordJson | GoneRecordJson): void {
    if ("gone" in record) {
      const { id, short, date, agency, gone } = record;
      this.#insert("gone", id, short, date, agency, gone.at, gone.reason);
      return;
    }
    this.#addStatement(record);
    for (const earlier of record.earlier) {
      if ("text" in earlier) this.#addWording(record.id, earlier);
      else this.#addGone(record.id, earlier);
    }
    for (const { kind, at, reason } of record.events) {
      this.#insert("event", record.id, kind, at, reason);
    }
  }

  #addStatement(record: RecordJson): void {
    const { id, permalink, short, revision, date, headline, place, agency, language } = record;
    const { firstImportedAt, withdrawn } = record;
    const names = [headline, place, agency, language];
    const marks = [firstImportedAt, withdrawn?.at ?? null, withdrawn?.reason ?? null];
    this.#insert("statement", id, permalink, short, revision, date, ...names, ...marks);
    this.#addWording(id, { ...record, short: revisionPath(id, revision) });
  }

  #addWording(id: string, wording: WordingJson): void {
    const { revision, short, seenAt, note, date, headline, place, agency, language } = wording;
    const { url, rights, format, text } = wording;
    const derived = wording.headlineDerived ? 1 : 0;
    const names = [headline, derived, place, agency, language, url, rights];
    const mark = [id, revision, short, seenAt, note];
    this.#insert("revision", ...mark, date, ...names, format, text, null, null);
    for (const tag of wording.tags) this.#insert("tag", id, revision, tag);
    for (const { file, sha256, importedAt } of wording.sources) {
      this.#insert("source", id, revision, file, sha256, importedAt);
    }
  }

  #addGone(id: string, { revision, short, seenAt, gone }: GoneWordingJson): void {
    const nothing = new Array(10).fill(null);
    const mark = [id, revision, short, seenAt, null];
    this.#insert("revision", ...mark, ...nothing, gone.at, gone.reason);
  }

  #insert(table: string, ...values: unknown[]): void {
    const sql = `INSERT INTO ${table} VALUES (${values.map(() => "?").join(", ")})`;
    const statement = this.#prepared.get(sql) ?? this.#database.prepare(sql);
    this.#prepared.set(sql, statement);
    statement.run(...values);
  }
}
