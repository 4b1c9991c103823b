import { DatelineError } from "../../errors.ts";
import type { ArchivePublishing, PublishingOptions } from "../publishing.ts";
import { preparing } from "./prepare.ts";
import { readSummary } from "./read-counts.ts";
import { RunLedger } from "./run-ledger.ts";
import { RunSteps } from "./run-steps.ts";
import { SqlitePublishing } from "./sqlite-publishing.ts";
import { holding, inTransaction, untilFree, type WritingConnections } from "./transaction.ts";

/** See `Store.publishingRun`. */
export function runPublishing<Result>(
  connections: WritingConnections,
  path: string,
  options: PublishingOptions,
  work: (archive: ArchivePublishing) => Promise<Result>,
): Promise<Result> {
  const { dryRun, onWait } = options;
  let erased = false;
  const onCommit = async () => {
    if (erased) await rewriteFile(connections, path);
  };
  return inTransaction({ ...connections, path, dryRun, onWait, onCommit }, async (database) => {
    const prepare = preparing(database);
    const { sample } = readSummary(prepare);
    const ledger = new RunLedger(prepare, { ...options, sample });
    const steps = new RunSteps(prepare, ledger, path);
    const archive = new SqlitePublishing(prepare, ledger, steps);
    const result = await work(archive);
    await steps.finish();
    erased = archive.erased;
    return result;
  });
}

/** How often the log is tried while a reader holds a state from before, every 50 ms. */
const TRIES = 200;

/** The log holds the pages from before until they are all in the file. Each try opens it anew, for the reason that `holding` gives. */
async function emptyLog(connections: WritingConnections): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    connections.letGo();
    const database = await untilFree(connections.connect, connections);
    try {
      if (database.pragma("wal_checkpoint(TRUNCATE)", { simple: true }) === 0) return;
    } finally {
      database.close();
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("a reader holds the state from before");
}

/** SQLite leaves what was deleted in free space until something else is written there. */
async function rewriteFile(connections: WritingConnections, path: string): Promise<void> {
  try {
    (await holding(connections, "VACUUM")).close();
    await emptyLog(connections);
  } catch (error) {
    const message =
      `the words were taken out of the archive, but the file ${path} could not be written anew, and its free space may ` +
      `still hold them: ${(error as Error).message}; withdraw once more when that is mended`;
    throw new DatelineError("unavailable", message, { cause: error });
  }
}
