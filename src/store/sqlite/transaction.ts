import type Database from "better-sqlite3";
import { DatelineError } from "../../errors.ts";
import { isBusy, storeError } from "./sqlite-errors.ts";

/** How often a waiting run asks again. */
const RETRY_MS = 50;

/** How long a run waits for others: a million statements are imported in less. */
const LONGEST_WAIT_MS = 60 * 60_000;

/** How a run reaches the archive. */
export interface WritingConnections {
  /** The archive's file. */
  path: string;
  connect: () => Database.Database;
  /** Closes what else this store has open of it, until it is needed. */
  letGo: () => void;
  /** How long to wait for other connections, in milliseconds; an hour where nothing is said. */
  longestWait?: number;
}

/** How one run is to be held. */
interface RunTransaction extends WritingConnections {
  dryRun: boolean;
  /** Called once when another run holds the archive and this one waits. */
  onWait: (() => void) | undefined;
  /** Called once all is committed and its connection is closed. */
  onCommit?: () => Promise<void>;
}

/** Runs the work as one transaction on a connection of its own, so that readers keep the state before it. */
export async function inTransaction<Result>(
  run: RunTransaction,
  work: (database: Database.Database) => Promise<Result>,
): Promise<Result> {
  try {
    const result = await committed(run, work);
    if (!run.dryRun) await run.onCommit?.();
    return result;
  } catch (error) {
    throw storeError(error, run.path);
  }
}

async function committed<Result>(
  run: RunTransaction,
  work: (database: Database.Database) => Promise<Result>,
): Promise<Result> {
  const database = await holding(run, "BEGIN IMMEDIATE", run.onWait);
  try {
    const result = await work(database);
    database.exec(run.dryRun ? "ROLLBACK" : "COMMIT");
    if (!run.dryRun) shortenLog(database);
    return result;
  } finally {
    // Where it was not committed, closing rolls back.
    database.close();
  }
}

/**
 * A connection on which that was done, once no other holds what it needs. Where the system fails to release a lock, SQLite says
 * nothing, and this process would wait for itself: a lock ends with the last connection, so all are closed before it waits.
 */
export async function holding(
  connections: WritingConnections,
  sql: string,
  onWait?: () => void,
): Promise<Database.Database> {
  const tried = () => connectionAfter(connections.connect, sql);
  try {
    return tried();
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
  connections.letGo();
  return untilFree(tried, connections, onWait);
}

function connectionAfter(connect: () => Database.Database, sql: string): Database.Database {
  const database = connect();
  try {
    return database.exec(sql);
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * What comes of the step once no other connection holds what it needs; meanwhile other work of the process goes on. Throws `busy` where
 * that does not end: a lock that the system failed to release lasts as long as the process that held it.
 */
export async function untilFree<Result>(
  step: () => Result,
  { path, longestWait = LONGEST_WAIT_MS }: Pick<WritingConnections, "path" | "longestWait">,
  onWait?: () => void,
): Promise<Result> {
  const began = performance.now();
  for (let tries = 0; ; tries++) {
    try {
      return step();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() - began > longestWait) throw heldTooLong(path, longestWait, error);
      if (tries === 0) onWait?.();
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

function heldTooLong(path: string, waited: number, cause: unknown): DatelineError {
  const message =
    `another program has held the archive ${path} for ${Math.round(waited / 60_000)} minutes, and nothing was changed: an import, a ` +
    "correction or a restoration that does not end, or a program, be it the site, from which the system failed to take a lock back. " +
    `End it or start it anew (fuser ${path}-shm names them), then run this again`;
  return new DatelineError("busy", message, { cause });
}

/** Best effort: the run is committed, and a reader may still need the log, so that a later run shortens it. */
function shortenLog(database: Database.Database): void {
  try {
    database.pragma("wal_checkpoint(TRUNCATE)");
  } catch {
    // Nothing that goes wrong here can take the run back.
  }
}
