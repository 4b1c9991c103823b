import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type Database from "better-sqlite3";
import { DatelineError } from "../../errors.ts";
import { openDatabase, SqliteError } from "./driver.ts";
import { foreign, inspectFile, PATIENCE } from "./inspect-file.ts";
import { isLogMade } from "./log/rebuild-log.ts";
import { countMigrations, migrate, readMigrations, schemaOf } from "./migrations.ts";
import { preparing } from "./prepare.ts";
import { isSearchCurrent } from "./search/search-version.ts";
import { isReadOnly, storeError } from "./sqlite-errors.ts";

/** How long opening waits for another process that makes or upgrades the same archive. */
const OPENING_MS = 30_000;

/** The schema that this release reads and writes. */
const LATEST = countMigrations();

/** Creates or upgrades the archive at `path` where needed. Throws `foreign` for another file, `unavailable` otherwise. */
export async function prepareArchive(path: string): Promise<void> {
  const { schema, unmade } = inspect(path, false);
  refuseLater(path, schema);
  if (schema === LATEST && unmade === null) return;
  // Only now: a site that starts need not load what makes an index.
  const { rebuildSearch } = await import("./search/rebuild-search.ts");
  const { rebuildLog } = await import("./log/rebuild-log.ts");
  guarded(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    const database = openDatabase(path, { timeout: OPENING_MS });
    try {
      // Larger pages hold several whole statements; the size must be set before the first write.
      database.pragma("page_size = 16384");
      database.pragma("journal_mode = WAL");
      database.pragma("synchronous = FULL");
      migrate(database, readMigrations());
      rebuildSearch(database);
      rebuildLog(database);
    } finally {
      database.close();
    }
  });
}

/** Throws `unavailable` where there is no archive, or one that must first be upgraded, and `foreign` for another file. */
export function expectArchive(path: string): void {
  const { schema, unmade } = inspect(path, true);
  if (schema === null || schema === 0) {
    const message = `expected an archive at ${path}, found none`;
    throw new DatelineError("unavailable", message, { fault: "missing" });
  }
  refuseLater(path, schema);
  const found = schema < LATEST ? `its schema is ${schema}, this release reads ${LATEST}` : unmade;
  if (found !== null) {
    const message = `the archive ${path} must first be opened for writing to be upgraded: ${found}`;
    throw new DatelineError("unavailable", message, { fault: "earlier" });
  }
}

/** Throws where a later release has upgraded the archive since it was opened. */
export function expectSchema(database: Database.Database, path: string): void {
  refuseLater(path, schemaOf(database));
}

/** What is still to be made of an archive of this release's schema; `null` where nothing is. */
function stillToMake(database: Database.Database): string | null {
  const prepare = preparing(database);
  if (!isSearchCurrent(prepare)) return "its search index is another release's";
  return isLogMade(prepare) ? null : "its log is still to be made";
}

/** A connection that only reads. */
export function connectToRead(path: string, readOnly: boolean): Database.Database {
  return guarded(path, () => {
    const options = { readonly: readOnly, fileMustExist: true, ...(readOnly && PATIENCE) };
    const database = openDatabase(path, options);
    database.pragma("query_only = ON");
    // For the serving thread and for the search thread each; what else is read often, the system keeps.
    database.pragma("cache_size = -32768");
    return database;
  });
}

/** A connection for one import. It does not wait for locks: whoever uses it does, without blocking the process. */
export function connectToWrite(path: string): Database.Database {
  return guarded(path, () => {
    const database = openDatabase(path, { fileMustExist: true, timeout: 0 });
    // What is reported as done must be on the disk, even where a reader keeps the log from being emptied.
    database.pragma("synchronous = FULL");
    // A hundred thousand files need the memory that a larger cache would take.
    database.pragma("cache_size = -16384");
    database.pragma("foreign_keys = OFF");
    return database;
  });
}

/** See `inspectFile`; and what is still to be made. Both in one opening: a start has many. */
function inspect(
  path: string,
  readOnly: boolean,
): { schema: number | null; unmade: string | null } {
  let unmade: string | null = null;
  const schema = guarded(path, () =>
    inspectFile(path, readOnly, (database, schema) => {
      if (schema === LATEST) unmade = stillToMake(database);
    }),
  );
  return { schema, unmade };
}

function refuseLater(path: string, schema: number | null): void {
  if (schema === null || schema <= LATEST) return;
  const found = `one of a later release (schema ${schema}; this release knows ${LATEST})`;
  throw foreign(path, found, { fault: "later" });
}

/** Runs what touches the file; what the file system or SQLite throws becomes `unavailable` with a remedy. */
function guarded<Result>(path: string, open: () => Result): Result {
  try {
    return open();
  } catch (error) {
    if (error instanceof DatelineError) throw error;
    if (isReadOnly(error)) throw unwritable(path, error);
    if (error instanceof SqliteError) throw storeError(error, path);
    const message = `the archive ${path} cannot be opened: ${(error as Error).message}`;
    throw new DatelineError("unavailable", message, { cause: error, fault: "denied" });
  }
}

/** A reader of a WAL archive needs the `-shm` file beside it, which it may have to make. */
function unwritable(path: string, cause: unknown): DatelineError {
  const message =
    `the archive ${path} cannot be opened: even to read it, SQLite must be able to make the files ${path}-shm and ` +
    `${path}-wal while no other process has it open. Let this user write to the folder ${dirname(path)}, or copy the ` +
    "archive to a folder where it may.";
  return new DatelineError("unavailable", message, { cause, fault: "denied" });
}
