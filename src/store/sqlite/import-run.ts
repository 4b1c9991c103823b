import type Database from "better-sqlite3";
import { DatelineError } from "../../errors.ts";
import type { ArchiveImport, ImportRunOptions } from "../store.ts";
import { type Prepare, preparing } from "./prepare.ts";
import { readSummary } from "./read-counts.ts";
import { removeSample } from "./remove-sample.ts";
import { RunLedger } from "./run-ledger.ts";
import { isBusy, storeError } from "./sqlite-errors.ts";
import { SqliteImport } from "./sqlite-import.ts";

/** How often a waiting run asks again. */
const RETRY_MS = 50;

/** See `Store.importRun`. The run has a connection of its own, so that the store's readers keep the state before it. */
export async function runImport<Result>(
  connect: () => Database.Database,
  path: string,
  options: ImportRunOptions,
  work: (archive: ArchiveImport) => Promise<Result>,
): Promise<Result> {
  const database = connect();
  try {
    await begin(database, options.onWait);
    const result = await workWithin(database, path, options, work);
    if (!options.dryRun) shortenLog(database);
    return result;
  } catch (error) {
    throw storeError(error, path);
  } finally {
    // Where it was not committed, closing rolls back.
    database.close();
  }
}

async function begin(database: Database.Database, onWait: (() => void) | undefined) {
  for (let tries = 0; ; tries++) {
    try {
      database.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (tries === 0) onWait?.();
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

async function workWithin<Result>(
  database: Database.Database,
  path: string,
  options: ImportRunOptions,
  work: (archive: ArchiveImport) => Promise<Result>,
): Promise<Result> {
  const prepare = preparing(database);
  const ledger = new RunLedger(prepare, options);
  settleSample(prepare, ledger, path, options);
  const archive = new SqliteImport(prepare, ledger, path);
  const result = await work(archive);
  await archive.finish();
  database.exec(options.dryRun ? "ROLLBACK" : "COMMIT");
  return result;
}

/** The sample never mixes with anything else. */
function settleSample(
  prepare: Prepare,
  ledger: RunLedger,
  path: string,
  options: ImportRunOptions,
): void {
  const { sample, total } = readSummary(prepare);
  if (sample === options.sample) return;
  if (sample) {
    removeSample(prepare, ledger, options.at);
    ledger.changed = true;
  } else if (total > 0) {
    const found = `${path} holds ${total} statements of another kind`;
    throw new DatelineError("usage", `expected an empty archive for the sample: ${found}`);
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
