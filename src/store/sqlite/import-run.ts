import { DatelineError } from "../../errors.ts";
import type { ArchiveImport, ImportRunOptions } from "../store.ts";
import { type Prepare, preparing } from "./prepare.ts";
import { readSummary } from "./read-counts.ts";
import { removeSample } from "./remove-sample.ts";
import { RunLedger } from "./run-ledger.ts";
import { RunSteps } from "./run-steps.ts";
import { SqliteImport } from "./sqlite-import.ts";
import { inTransaction, type WritingConnections } from "./transaction.ts";

/** See `Store.importRun`. */
export function runImport<Result>(
  connections: WritingConnections,
  path: string,
  options: ImportRunOptions,
  work: (archive: ArchiveImport) => Promise<Result>,
): Promise<Result> {
  const { dryRun, onWait } = options;
  return inTransaction({ ...connections, path, dryRun, onWait }, async (database) => {
    const prepare = preparing(database);
    const ledger = new RunLedger(prepare, options);
    const steps = new RunSteps(prepare, ledger, path);
    settleSample(prepare, ledger, path, options);
    const result = await work(new SqliteImport(prepare, ledger, steps));
    await steps.finish();
    return result;
  });
}

/** The sample never mixes with anything else. */
export function settleSample(
  prepare: Prepare,
  ledger: RunLedger,
  path: string,
  options: Pick<ImportRunOptions, "sample" | "at">,
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
