import type Database from "better-sqlite3";
import { isBusy, storeError } from "./sqlite-errors.ts";

/** How often a waiting run asks again. */
const RETRY_MS = 50;

/** How one run is to be held. */
interface RunTransaction {
  connect: () => Database.Database;
  /** For messages. */
  path: string;
  dryRun: boolean;
  /** Called once when another run holds the archive and this one waits. */
  onWait: (() => void) | undefined;
  /** Called once all is committed. */
  onCommit?: (database: Database.Database) => Promise<void>;
}

/** Runs the work as one transaction on a connection of its own, so that readers keep the state before it. */
export async function inTransaction<Result>(
  run: RunTransaction,
  work: (database: Database.Database) => Promise<Result>,
): Promise<Result> {
  const database = run.connect();
  try {
    await untilFree(() => database.exec("BEGIN IMMEDIATE"), run.onWait);
    const result = await work(database);
    database.exec(run.dryRun ? "ROLLBACK" : "COMMIT");
    if (!run.dryRun) {
      await run.onCommit?.(database);
      shortenLog(database);
    }
    return result;
  } catch (error) {
    throw storeError(error, run.path);
  } finally {
    // Where it was not committed, closing rolls back.
    database.close();
  }
}

/** Tries the step until no other connection holds what it needs, without blocking the process. */
export async function untilFree(step: () => void, onWait?: () => void): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      step();
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (tries === 0) onWait?.();
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** Best effort: the run is committed, and a reader may still need the log, so that a later run shortens it. */
function shortenLog(database: Database.Database): void {
  try {
    database.pragma("wal_checkpoint(TRUNCATE)");
  } catch {
    // Nothing that goes wrong here can take the run back.
  }
}
