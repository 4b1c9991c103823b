import { closeSync, openSync, readSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { DatelineError } from "../../errors.ts";
import { APPLICATION_ID, schemaOf } from "./migrations.ts";
import { isDamage } from "./sqlite-errors.ts";

/**
 * What stands at the path, found without changing it: `null` for nothing, 0 for a file that waits to become an
 * archive, else the number of the archive's schema. Throws `foreign` for any other file.
 */
export function inspectFile(path: string): number | null {
  const size = statSync(path, { throwIfNoEntry: false });
  if (!size) return null;
  if (!size.isFile()) throw foreign(path, "no regular file");
  if (size.size === 0) return 0;
  refuseOtherFormats(path);
  const database = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return schemaOfArchive(database, path);
  } catch (error) {
    if (isDamage(error)) throw foreign(path, "a damaged database", error);
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

/** SQLite's header string, as its file format documents it in section 1.3. */
const SQLITE = "SQLite format 3\0";

function refuseOtherFormats(path: string): void {
  const start = Buffer.alloc(SQLITE.length);
  const file = openSync(path, "r");
  const read = readSync(file, start, 0, start.length, 0);
  closeSync(file);
  const found = start.toString("latin1", 0, read);
  if (found !== SQLITE) throw foreign(path, `a file that begins with ${JSON.stringify(found)}`);
}

export function foreign(path: string, found: string, cause?: unknown): DatelineError {
  const message = `expected an archive of Dateline at ${path}, found ${found}`;
  return new DatelineError("foreign", message, { cause });
}
