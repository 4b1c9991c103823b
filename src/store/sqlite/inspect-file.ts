import { closeSync, openSync, readSync, statSync } from "node:fs";
import type Database from "better-sqlite3";
import { type ArchiveFault, DatelineError } from "../../errors.ts";
import { openDatabase } from "./driver.ts";
import { APPLICATION_ID, schemaOf } from "./migrations.ts";
import { isDamage, isReadOnly } from "./sqlite-errors.ts";

/** How long a reader waits for a lock: it holds up all other readers of its process. */
export const PATIENCE = { timeout: 200 };

/** Looks further into an archive that is open and has that schema, above 0. */
type LookFurther = (database: Database.Database, schema: number) => void;

/**
 * What stands at the path, found without changing it: `null` for nothing, 0 for a file that waits to become an
 * archive, else the number of the archive's schema. Throws `foreign` for any other file.
 */
export function inspectFile(
  path: string,
  readOnly: boolean,
  lookFurther: LookFurther = () => {},
): number | null {
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file) return null;
  if (!file.isFile()) throw foreign(path, "no regular file");
  if (file.size === 0) return 0;
  try {
    return schemaAt(path, true, readOnly, lookFurther);
  } catch (error) {
    // Whoever was killed while making it has left a journal, which only a writer may clear away.
    if (!readOnly && isReadOnly(error)) return schemaAt(path, false, false, lookFurther);
    throw error;
  }
}

/** `whole`: the file must be as long as SQLite takes it to be. */
function schemaAt(
  path: string,
  readonly: boolean,
  whole: boolean,
  lookFurther: LookFurther,
): number {
  const database = openDatabase(path, { readonly, fileMustExist: true, ...(whole && PATIENCE) });
  try {
    if (whole && hasOtherLength(database, path))
      throw foreign(path, "an archive of another length than its own", { fault: "damaged" });
    const schema = schemaOfArchive(database, path);
    if (schema > 0) lookFurther(database, schema);
    return schema;
  } catch (error) {
    if (isDamage(error)) throw refused(path, error);
    throw error;
  } finally {
    database.close();
  }
}

function schemaOfArchive(database: Database.Database, path: string): number {
  const application = database.pragma("application_id", { simple: true });
  const tables = database.prepare("SELECT count(*) FROM sqlite_schema").pluck().get();
  if (application === 0 && tables === 0) return 0;
  if (application !== APPLICATION_ID) {
    throw foreign(path, `another program's SQLite database (application_id ${application})`);
  }
  database.prepare("SELECT generation FROM archive WHERE one = 1").get();
  return schemaOf(database);
}

/**
 * Whether the file was cut off, or another one was copied over it while it was open. SQLite does not look: it goes by what its log last
 * said. Where the log holds something, or anything is being written, nobody can tell.
 */
function hasOtherLength(database: Database.Database, path: string): boolean {
  const before = lengthsOf(path);
  const length =
    (database.pragma("page_count", { simple: true }) as number) *
    (database.pragma("page_size", { simple: true }) as number);
  const after = lengthsOf(path);
  const still = before.file === after.file && before.log === 0 && after.log === 0;
  return still && after.file !== length;
}

function lengthsOf(path: string): { file: number; log: number } {
  const length = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return { file: length(path), log: length(`${path}-wal`) };
}

/** SQLite's header string, as its file format documents it in section 1.3. */
const SQLITE = "SQLite format 3\0";

/** Whether the file begins as every SQLite database does. Only for one that SQLite has refused, see `startOf`. */
export function beginsAsDatabase(path: string): boolean {
  return startOf(path) === SQLITE;
}

function refused(path: string, cause: unknown): DatelineError {
  const found = startOf(path);
  if (found === SQLITE) return foreign(path, "a damaged database", { cause, fault: "damaged" });
  return foreign(path, `a file that begins with ${JSON.stringify(found)}`, { cause });
}

/**
 * Only for a file that SQLite has refused: closing a database's file, however it was opened, would give up every lock
 * that this process holds on it.
 */
function startOf(path: string): string {
  const start = Buffer.alloc(SQLITE.length);
  const file = openSync(path, "r");
  const read = readSync(file, start, 0, start.length, 0);
  closeSync(file);
  return start.toString("latin1", 0, read);
}

export function foreign(
  path: string,
  found: string,
  { cause, fault = "foreign" }: { cause?: unknown; fault?: ArchiveFault } = {},
): DatelineError {
  const message = `expected an archive of Dateline at ${path}, found ${found}`;
  return new DatelineError("foreign", message, { cause, fault });
}
