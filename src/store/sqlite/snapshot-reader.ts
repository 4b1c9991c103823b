import type { Statement } from "../../statements/statement.ts";
import type { Snapshot } from "../store.ts";
import { listStatements } from "./list-statements.ts";
import { readEntries, readHead } from "./log/read-log.ts";
import { narrows } from "./narrows.ts";
import type { Prepare } from "./prepare.ts";
import { readCounts, readSummary } from "./read-counts.ts";
import { readKept, readKeptHead } from "./read-kept.ts";
import { readRecords } from "./read-records.ts";
import { readRuns } from "./read-runs.ts";
import { readStatement } from "./read-statement.ts";
import { readTotal } from "./read-total.ts";
import { searcher } from "./search/searcher.ts";

export type SnapshotMethod = Exclude<keyof Snapshot, "close">;

/** A question to a held state: a snapshot's method and its parameters. */
export type SnapshotQuestion = {
  [Method in SnapshotMethod]: { method: Method; parameters: Parameters<Snapshot[Method]> };
}[SnapshotMethod];

/** Answers questions on one connection, within the one transaction that holds the state. */
export function snapshotReader(prepare: Prepare): (question: SnapshotQuestion) => unknown {
  // Nobody else waits for this thread.
  const search = searcher(prepare, () => () => {});
  return (question) => {
    const { method, parameters } = question;
    if (method === "summary") return readSummary(prepare);
    if (method === "runs") return readRuns(prepare);
    if (method === "records") return readRecords(prepare, parameters[0]);
    if (method === "logHead") return readHead(prepare);
    if (method === "logEntries") return readEntries(prepare, ...parameters);
    if (method === "keptHead") return readKeptHead(prepare);
    if (method === "kept") return readKept(prepare, ...parameters);
    if (method === "statements") return readStatements(prepare, parameters[0]);
    if (method === "counts") {
      const [unit, asked] = parameters;
      return narrows(asked) ? search(question) : readCounts(prepare, unit, asked.filter);
    }
    if (method === "total") {
      const [asked] = parameters;
      return asked.query ? search(question) : readTotal(prepare, asked.filter);
    }
    const [request] = parameters;
    return request.query ? search(question) : listStatements(prepare, request);
  };
}

function readStatements(prepare: Prepare, ids: readonly string[]): Statement[] {
  return ids.flatMap((id) => {
    const found = readStatement(prepare, id, undefined);
    return found && "text" in found ? [found] : [];
  });
}
