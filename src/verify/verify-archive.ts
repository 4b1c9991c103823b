import type Database from "better-sqlite3";
import type { Checkpoint } from "../log/checkpoint.ts";
import { connectToRead, expectArchive } from "../store/sqlite/connect.ts";
import { type Prepare, preparing, rowsOf } from "../store/sqlite/prepare.ts";
import { storeError } from "../store/sqlite/sqlite-errors.ts";
import { checkCounts } from "./check-counts.ts";
import { checkLog } from "./check-log.ts";
import { checkSources } from "./check-sources.ts";
import { checkStatements, checkTombstones } from "./check-statements.ts";
import { checkUnlogged } from "./check-unlogged.ts";
import type { Finding, Tell } from "./finding.ts";

export interface VerifyOptions {
  /** A checkpoint from before, which the log must extend; `null` for none. */
  earlier: Checkpoint | null;
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
  /** How many findings were told. */
  findings: number;
}

/**
 * Recomputes everything that the archive at `path` says of itself, from the bytes of its files to the tree of its log, in one state of
 * it and in memory that does not grow with it. Throws `unavailable` and `foreign` as `openStore` does.
 */
export function verifyArchive(path: string, options: VerifyOptions): Verified {
  expectArchive(path);
  const database = connectToRead(path, true);
  try {
    return verifyDatabase(database, options);
  } catch (error) {
    throw storeError(error, path);
  } finally {
    database.close();
  }
}

function verifyDatabase(database: Database.Database, options: VerifyOptions): Verified {
  database.exec("BEGIN");
  let findings = 0;
  const told: Tell = (finding) => {
    findings++;
    options.tell(finding);
  };
  const prepare = preparing(database);
  options.onStep?.("the file");
  checkFile(prepare, told);
  const counts = verifyTables(prepare, { ...options, tell: told });
  return { ...counts, findings };
}

/** All but the file's own structure. */
export function verifyTables(
  prepare: Prepare,
  { earlier, tell, onStep = () => {} }: VerifyOptions,
): Omit<Verified, "findings"> {
  onStep("source files");
  const wrongSources = checkSources(prepare, tell);
  onStep("the log");
  const matched = checkLog(prepare, earlier, wrongSources, tell);
  checkUnlogged(prepare, matched, tell);
  onStep("statements");
  const statements = checkStatements(prepare, tell);
  checkTombstones(prepare, tell);
  onStep("counts");
  checkCounts(prepare, tell);
  return { statements, revisions: matched.revisions, entries: matched.entries };
}

/** SQLite's own check, which looks into the full-text tables as well. */
function checkFile(prepare: Prepare, tell: Tell): void {
  const rows = rowsOf<{ integrity_check: string }>(prepare("PRAGMA integrity_check(20)"));
  for (const { integrity_check: why } of rows) {
    if (why === "ok") continue;
    tell({ kind: "altered", what: "file", why } satisfies Finding);
  }
}
