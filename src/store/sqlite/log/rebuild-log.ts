import type Database from "better-sqlite3";
import type { Logged } from "../../../log/log-entry.ts";
import { withdrawalRecord } from "../../../log/log-record.ts";
import type { Instant } from "../../../statements/statement.ts";
import { type Prepare, preparing, rowOf, rowsOf } from "../prepare.ts";
import {
  type LoggedRevision,
  loggedRevision,
  loggedRevisions,
  recordOf,
} from "./logged-revisions.ts";
import { type LoggedPlace, RunLog } from "./run-log.ts";

interface EventRow {
  statement: number;
  /** The last revision that the statement had then. */
  n: number;
  kind: "withdrawn" | "restored";
  reason: string | null;
  /** Whether the publisher did something to the statement as a whole later. */
  taken: number;
  marked: number;
}

/** Whether the log has been made from what the archive remembers. */
export function isLogMade(prepare: Prepare): boolean {
  const row = rowOf<{ size: number | null }>(prepare("SELECT size FROM log WHERE one = 1"));
  return row !== undefined && row.size !== null;
}

/** Makes the log of an archive that is older than logs, in one transaction: run by run, first its revisions, then what the publisher did. */
export function rebuildLog(database: Database.Database): void {
  const prepare = preparing(database);
  const rebuild = database.transaction(() => {
    // Another process may have done it while this one waited.
    if (isLogMade(prepare)) return;
    makeLog(prepare);
  });
  rebuild.immediate();
}

/** Makes the log within a transaction. There must be no entries yet. */
export function makeLog(prepare: Prepare): void {
  prepare("UPDATE log SET size = 0, root = NULL WHERE one = 1").run();
  const mark = { number: 0, at: "", revision: 0 };
  const log = new RunLog(prepare, () => mark);
  const revisions = loggedRevisions(prepare);
  let next = revisions.next();
  const runs = "SELECT number, at FROM run WHERE number > 0 ORDER BY number";
  for (const { number, at } of rowsOf<{ number: number; at: Instant }>(prepare(runs))) {
    Object.assign(mark, { number, at });
    for (; !next.done && next.value.run <= number; next = revisions.next()) {
      mark.revision = next.value.number;
      logRevision(log, next.value);
    }
    for (const event of eventsOf(prepare, number)) logEvent(prepare, log, event);
  }
  log.finish();
}

function logRevision(log: RunLog, revision: LoggedRevision): void {
  const change = revision.n === 1 ? "added" : "revised";
  log.append(change, placeOf(revision), recordOf(revision, change, revision.note));
}

function eventsOf(prepare: Prepare, run: number): EventRow[] {
  const sql = `SELECT e.statement, e.kind, e.reason,
      (SELECT max(r.n) FROM revision r WHERE r.statement = e.statement AND r.run <= e.run) AS n,
      EXISTS (SELECT 1 FROM event later WHERE later.statement = e.statement AND later.number > e.number) AS taken,
      EXISTS (SELECT 1 FROM statement s WHERE s.number = e.statement) AS marked
    FROM event e WHERE e.run = ? ORDER BY e.number`;
  return rowsOf<EventRow>(prepare(sql), run);
}

function logEvent(prepare: Prepare, log: RunLog, event: EventRow): void {
  const { statement, n, kind, reason } = event;
  const revision = loggedRevision(prepare, statement, n);
  if (!revision) throw new RangeError(`expected revision ${n} of the statement ${statement}`);
  if (kind === "restored") {
    log.append("restored", placeOf(revision), recordOf(revision, "restored", reason));
  } else {
    log.append(withdrawalOf(event, revision), placeOf(revision), withdrawalRecord(reason));
  }
}

/** How a statement was withdrawn, as it shows; of one that was restored since, that its words were out of sight. */
function withdrawalOf({ taken, marked }: EventRow, { wording }: LoggedRevision): Logged {
  if (taken === 1) return "withdrawn";
  if (marked === 1) return "marked";
  return wording === null ? "erased" : "withdrawn";
}

function placeOf({ number, id, n, date, source }: LoggedRevision): LoggedPlace {
  if (id === null || date === null || source === null) {
    throw new RangeError(`expected statement, day and file of the revision ${number}`);
  }
  return { id, n, date, source };
}
