import { createRequire } from "node:module";
import type Database from "better-sqlite3";

/** The Node-API that better-sqlite3 13 needs. Its version 12, compiled, crashes Node 24.19 and later at random (nodejs/node#65446). */
const NODE_API_OF_13 = 10;

/** The package that is loaded. */
export const DRIVER =
  Number(process.versions.napi) >= NODE_API_OF_13 ? "better-sqlite3-napi" : "better-sqlite3";

/** The same driver under two names: version 13 where this Node can load it, else version 12. */
const driver = createRequire(import.meta.url)(DRIVER) as typeof Database;

/** What the driver throws for an error of SQLite's. */
export const SqliteError = driver.SqliteError;

/** Opens the file, and makes it unless the options say otherwise. Throws `SqliteError`, or `TypeError` for a folder that is not there. */
export function openDatabase(path: string, options: Database.Options = {}): Database.Database {
  return new driver(path, options);
}
