import type { ArchiveRestoring, RestoringOptions } from "../history.ts";
import { settleSample } from "./import-run.ts";
import { preparing, rowOf } from "./prepare.ts";
import { RunLedger } from "./run-ledger.ts";
import { RunSteps } from "./run-steps.ts";
import { SqliteRestoring } from "./sqlite-restoring.ts";
import { inTransaction, type WritingConnections } from "./transaction.ts";

/** See `Store.restoringRun`. */
export function runRestoring<Result>(
  connections: WritingConnections,
  path: string,
  options: RestoringOptions,
  work: (archive: ArchiveRestoring) => Promise<Result>,
): Promise<Result> {
  const { head, dryRun, onWait, at, now = () => at } = options;
  return inTransaction({ ...connections, path, dryRun, onWait }, async (database) => {
    const prepare = preparing(database);
    const never = rowOf(prepare("SELECT 1 FROM run LIMIT 1")) === undefined;
    const run = { at: never ? (head.changedAt ?? at) : at, now, sample: head.sample };
    const ledger = new RunLedger(prepare, run);
    const steps = new RunSteps(prepare, ledger, path);
    settleSample(prepare, ledger, path, run);
    const archive = new SqliteRestoring(prepare, ledger, steps, never);
    const result = await work(archive);
    archive.finish(head);
    await steps.finish();
    archive.show(now());
    return result;
  });
}
