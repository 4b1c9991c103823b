import { type ArchiveFault, DatelineError } from "../../errors.ts";
import { SqliteError } from "./driver.ts";

/** Whether another connection holds what was asked for, and may soon give it back. */
export function isBusy(error: unknown): boolean {
  const cause = error instanceof DatelineError ? error.cause : error;
  return cause instanceof SqliteError && cause.code.startsWith("SQLITE_BUSY");
}

/** Whether SQLite found something else in the file than a database, or a damaged one. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof SqliteError)) return false;
  return error.code === "SQLITE_NOTADB" || error.code.startsWith("SQLITE_CORRUPT");
}

/** Whether SQLite would have to write, and may not. */
export function isReadOnly(error: unknown): boolean {
  if (!(error instanceof SqliteError)) return false;
  return error.code.startsWith("SQLITE_READONLY") || error.code.startsWith("SQLITE_CANTOPEN");
}

/** What SQLite's codes, by their beginnings, say of an archive. */
const FAULTS: [code: string, fault: ArchiveFault][] = [
  ["SQLITE_CORRUPT", "damaged"],
  ["SQLITE_NOTADB", "damaged"],
  ["SQLITE_IOERR_SHORT_READ", "damaged"],
  ["SQLITE_BUSY", "locked"],
  ["SQLITE_READONLY", "denied"],
  ["SQLITE_CANTOPEN", "denied"],
  ["SQLITE_PERM", "denied"],
  ["SQLITE_FULL", "full"],
];

/** `failing` where nothing more is known. */
export function faultOf(error: unknown): ArchiveFault {
  if (!(error instanceof SqliteError)) return "failing";
  const { code } = error;
  return FAULTS.find(([beginning]) => code.startsWith(beginning))?.[1] ?? "failing";
}

/** The error as the store throws it: SQLite's own become `unavailable` with the cause, all others stay. */
export function storeError(error: unknown, path: string): unknown {
  if (!(error instanceof SqliteError)) return error;
  const message = `the archive ${path} cannot be read or written: ${error.message} (${error.code})`;
  return new DatelineError("unavailable", message, { cause: error, fault: faultOf(error) });
}
