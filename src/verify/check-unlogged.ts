import { readIndexOf } from "../store/sqlite/log/read-log.ts";
import { type Prepare, rowOf } from "../store/sqlite/prepare.ts";
import type { Matched } from "./check-entry.ts";
import { BEFORE_ALL, everyRow } from "./every-row.ts";
import type { Tell } from "./finding.ts";

interface RevisionRow {
  number: number;
  id: string | null;
  n: number;
}

interface EventRow {
  number: number;
  id: string | null;
  statement: number;
  run: number;
  kind: string;
}

const AT_ONCE = 1000;

/** Names what is in the archive and was never logged, where counts show that there is something. */
export async function checkUnlogged(prepare: Prepare, matched: Matched, tell: Tell): Promise<void> {
  if (countOf(prepare, "revision") !== matched.revisions) await nameRevisions(prepare, tell);
  if (countOf(prepare, "event") !== matched.events) await nameEvents(prepare, tell);
}

function countOf(prepare: Prepare, table: "revision" | "event"): number {
  return rowOf<{ count: number }>(prepare(`SELECT count(*) AS count FROM ${table}`))?.count ?? 0;
}

async function nameRevisions(prepare: Prepare, tell: Tell): Promise<void> {
  const sql = `SELECT r.number, r.n, coalesce(s.id, t.id) AS id FROM revision r
    LEFT JOIN statement s ON s.number = r.statement LEFT JOIN tombstone t ON t.number = r.statement
    WHERE r.number > ? ORDER BY r.number LIMIT ?`;
  for await (const { number, id, n } of numbered<RevisionRow>(prepare, sql)) {
    const index = id === null ? null : readIndexOf(prepare, id, n);
    const entry = "SELECT 1 FROM log_entry WHERE number = ? AND statement = ? AND n = ?";
    if (index !== null && rowOf(prepare(entry), index, id, n)) continue;
    const what = `${id ?? `revision ${number} of no statement`}${id === null ? "" : `@${n}`}`;
    tell({ kind: "added", what, why: "no entry of the log speaks of it" });
  }
}

async function nameEvents(prepare: Prepare, tell: Tell): Promise<void> {
  const sql = `SELECT e.number, e.statement, e.run, e.kind, coalesce(s.id, t.id) AS id FROM event e
    LEFT JOIN statement s ON s.number = e.statement LEFT JOIN tombstone t ON t.number = e.statement
    WHERE e.number > ? ORDER BY e.number LIMIT ?`;
  // Nothing finds an entry by its statement: this is read through once for each act that is in question.
  const entry = "SELECT 1 FROM log_entry WHERE statement = ? AND run = ? AND change >= 2 LIMIT 1";
  for await (const { number, id, run, kind } of numbered<EventRow>(prepare, sql)) {
    if (id !== null && rowOf(prepare(entry), id, run)) continue;
    const why = `no entry of the log says that it was ${kind}`;
    tell({ kind: "added", what: id ?? `act ${number} on no statement`, why });
  }
}

function numbered<Row extends { number: number }>(prepare: Prepare, sql: string) {
  const placeOf = ({ number }: Row) => number;
  return everyRow<Row, number>(prepare, { sql, before: BEFORE_ALL, placeOf, atOnce: AT_ONCE });
}
