import { readIndexOf } from "../store/sqlite/log/read-log.ts";
import { type Prepare, rowOf, rowsOf } from "../store/sqlite/prepare.ts";
import type { Matched } from "./check-entry.ts";
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
export function checkUnlogged(prepare: Prepare, matched: Matched, tell: Tell): void {
  if (countOf(prepare, "revision") !== matched.revisions) nameRevisions(prepare, tell);
  if (countOf(prepare, "event") !== matched.events) nameEvents(prepare, tell);
}

function countOf(prepare: Prepare, table: "revision" | "event"): number {
  return rowOf<{ count: number }>(prepare(`SELECT count(*) AS count FROM ${table}`))?.count ?? 0;
}

function nameRevisions(prepare: Prepare, tell: Tell): void {
  const sql = `SELECT r.number, r.n, coalesce(s.id, t.id) AS id FROM revision r
    LEFT JOIN statement s ON s.number = r.statement LEFT JOIN tombstone t ON t.number = r.statement
    WHERE r.number > ? ORDER BY r.number LIMIT ${AT_ONCE}`;
  for (const { number, id, n } of pages<RevisionRow>(prepare, sql)) {
    const index = id === null ? null : readIndexOf(prepare, id, n);
    const entry = "SELECT 1 FROM log_entry WHERE number = ? AND statement = ? AND n = ?";
    if (index !== null && rowOf(prepare(entry), index, id, n)) continue;
    const what = `${id ?? `revision ${number} of no statement`}${id === null ? "" : `@${n}`}`;
    tell({ kind: "added", what, why: "no entry of the log speaks of it" });
  }
}

function nameEvents(prepare: Prepare, tell: Tell): void {
  const sql = `SELECT e.number, e.statement, e.run, e.kind, coalesce(s.id, t.id) AS id FROM event e
    LEFT JOIN statement s ON s.number = e.statement LEFT JOIN tombstone t ON t.number = e.statement
    WHERE e.number > ? ORDER BY e.number LIMIT ${AT_ONCE}`;
  // Nothing finds an entry by its statement: this is read through once for each act that is in question.
  const entry = "SELECT 1 FROM log_entry WHERE statement = ? AND run = ? AND change >= 2 LIMIT 1";
  for (const { number, id, run, kind } of pages<EventRow>(prepare, sql)) {
    if (id !== null && rowOf(prepare(entry), id, run)) continue;
    const why = `no entry of the log says that it was ${kind}`;
    tell({ kind: "added", what: id ?? `act ${number} on no statement`, why });
  }
}

function* pages<Row extends { number: number }>(prepare: Prepare, sql: string): Generator<Row> {
  for (let last = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = rowsOf<Row>(prepare(sql), last);
    yield* rows;
    if (rows.length < AT_ONCE) return;
    last = rows[AT_ONCE - 1]?.number ?? last;
  }
}
