import type Database from "better-sqlite3";
import type { Checkpoint } from "../log/checkpoint.ts";
import { connectToRead, expectArchive } from "../store/sqlite/connect.ts";
import { type Prepare, preparing, rowsOf } from "../store/sqlite/prepare.ts";
import { storeError } from "../store/sqlite/sqlite-errors.ts";
import { checkCounts } from "./check-counts.ts";
import { checkLog } from "./check-log.ts";
import { checkReadings } from "./check-readings.ts";
import { checkReferences } from "./check-references.ts";
import { checkSources } from "./check-sources.ts";
import { checkStatements, checkTombstones } from "./check-statements.ts";
import { checkUnlogged } from "./check-unlogged.ts";
import { type Finding, guarded, type Tell } from "./finding.ts";

export interface VerifyOptions {
  /** A checkpoint from before, which the log must extend; `null` for none. */
  earlier: Checkpoint | null;
  /** Whether each file is read again as well, as this release reads. */
  readings: boolean;
  /** Told of each thing that is not as it was logged, as it is found. */
  tell: Tell;
  /** Told what is being checked. */
  onStep?: (step: string) => void;
}

/** What was checked. */
export interface Verified {
  statements: number;
  revisions: number;
  entries: number;
  /** How many files this release reads otherwise than they were read, though a checkpoint vouches for the words. */
  readOtherwise: number;
  /** How many findings were told. */
  findings: number;
}

/**
 * Recomputes everything that the archive at `path` says of itself, from the bytes of its files to the tree of its log, in one state of
 * it and in memory that does not grow with it. Throws `unavailable` and `foreign` as `openStore` does.
 */
export async function verifyArchive(path: string, options: VerifyOptions): Promise<Verified> {
  expectArchive(path);
  const database = connectToRead(path, true);
  try {
    return await verifyDatabase(database, options);
  } catch (error) {
    throw storeError(error, path);
  } finally {
    database.close();
  }
}

/** The same of one that is open, and that nobody else changes on this connection. */
export async function verifyDatabase(
  database: Database.Database,
  options: VerifyOptions,
): Promise<Verified> {
  database.exec("BEGIN");
  let findings = 0;
  const told: Tell = (finding) => {
    findings++;
    options.tell(finding);
  };
  const prepare = preparing(database);
  options.onStep?.("the file");
  guarded(told, "file", () => checkFile(prepare, told));
  const counts = await verifyTables(prepare, { ...options, tell: told });
  return { ...counts, findings };
}

/** All but the file's own structure. */
export async function verifyTables(
  prepare: Prepare,
  { earlier, readings, tell, onStep = () => {} }: VerifyOptions,
): Promise<Omit<Verified, "findings">> {
  const named = new Set<string>();
  const told: Tell = (finding) => {
    named.add(finding.what);
    tell(finding);
  };
  onStep("source files");
  const wrongSources = await checkSources(prepare, told);
  onStep("the log");
  const logged = await checkLog(prepare, earlier, wrongSources, told);
  await checkUnlogged(prepare, logged, told);
  onStep("statements");
  const statements = await checkStatements(prepare, told);
  await checkTombstones(prepare, told);
  checkReferences(prepare, told);
  onStep("counts");
  checkCounts(prepare, told);
  onStep("what the files say");
  const checked = { named, vouchedBefore: logged.vouchedBefore };
  const readOtherwise = readings ? await checkReadings(prepare, checked, told) : 0;
  const { revisions, entries } = logged;
  return { statements, revisions, entries, readOtherwise };
}

/** SQLite's own check, which looks into the full-text tables as well. */
function checkFile(prepare: Prepare, tell: Tell): void {
  const rows = rowsOf<{ integrity_check: string }>(prepare("PRAGMA integrity_check(20)"));
  for (const { integrity_check: why } of rows) {
    if (why === "ok") continue;
    tell({ kind: "altered", what: "file", why } satisfies Finding);
  }
}
