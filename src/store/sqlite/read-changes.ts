import type { StatementFilter } from "../../statements/statement-filter.ts";
import type { ChangePage, ChangesRequest, StatementChange } from "../changes.ts";
import type { Tombstone } from "../store.ts";
import { changeSpan, type Span } from "./change-span.ts";
import { countStatements } from "./count-statements.ts";
import { type FilterSql, filterSql } from "./filter-sql.ts";
import { type Prepare, rowOf, rowsOf } from "./prepare.ts";
import { TOMBSTONE_COLUMNS } from "./read-tombstone.ts";
import { SUMMARY_COLUMNS, type SummaryRow, summaryOf } from "./statement-rows.ts";

/** So many statements that pass a filter are quicker sorted than met among all changes. */
export const FEW = 2000;

interface StatementRow extends SummaryRow {
  changed: number;
  at: string;
  revision: number;
  note: string | null;
  kind: "added" | "revised" | "withdrawn" | "restored";
}

type TombstoneRow = Tombstone & { changed: number; at: string };

export type Numbered = StatementChange & { changed: number };

const STATEMENT_CHANGE = `SELECT s.changed, ${SUMMARY_COLUMNS}, r.n AS revision,
    CASE WHEN e.number IS NULL THEN r.note ELSE e.reason END AS note,
    coalesce(e.kind, CASE WHEN r.n = 1 THEN 'added' ELSE 'revised' END) AS kind,
    (SELECT u.shown_at FROM run u WHERE u.number = coalesce(e.run, r.run)) AS at
  FROM statement s JOIN revision r ON r.number = s.wording LEFT JOIN event e ON e.number = s.changed
  WHERE s.changed = ?`;

const TOMBSTONE_CHANGE = `SELECT t.changed, ${TOMBSTONE_COLUMNS},
    (SELECT u.shown_at FROM run u WHERE u.number = t.run) AS at
  FROM tombstone t`;

/** See `Store.changes`: two walks by number, along the statements and along the tombstones, and what comes first of both. */
export function readChanges(prepare: Prepare, request: ChangesRequest): ChangePage {
  const sql = filterSql(prepare, request.filter);
  if (!sql) return { changes: [], next: null };
  const span = changeSpan(prepare, request);
  const found = [
    ...statementNumbers(prepare, request, sql, span).map((number) => statementAt(prepare, number)),
    ...tombstones(prepare, request, sql, span),
  ];
  const sign = request.order === "newest" ? -1 : 1;
  return changePage(
    found.sort((a, b) => sign * (a.changed - b.changed)),
    request.limit,
  );
}

/** See `Store.lastChange`. */
export function readLastChange(prepare: Prepare, id: string): StatementChange | null {
  const of = rowOf<{ changed: number }>(prepare("SELECT changed FROM statement WHERE id = ?"), id);
  if (of) return withoutNumber(statementAt(prepare, of.changed));
  const gone = rowOf<TombstoneRow>(prepare(`${TOMBSTONE_CHANGE} WHERE t.id = ?`), id);
  return gone ? withoutNumber(tombstoneOf(gone)) : null;
}

/** `found` is in order, and has one more than the page if there is one. */
export function changePage(found: Numbered[], limit: number): ChangePage {
  const last = found[limit - 1];
  return {
    changes: found.slice(0, limit).map(withoutNumber),
    next: last && found.length > limit ? { after: String(last.changed) } : null,
  };
}

/** The numbers of a page's changes of statements and one more, if there is one, in order. */
function statementNumbers(
  prepare: Prepare,
  request: ChangesRequest,
  sql: FilterSql,
  span: Span,
): number[] {
  const narrowed =
    sql.names.length > 0 || request.filter.from !== null || request.filter.to !== null;
  const isFew = narrowed && countStatements(prepare, request.filter, sql) <= FEW;
  return isFew
    ? fewNumbers(prepare, request, sql, span)
    : walkedNumbers(prepare, request, sql, span);
}

/** Reads all that pass the filter, and sorts. */
function fewNumbers(
  prepare: Prepare,
  { kind, order, limit }: ChangesRequest,
  sql: FilterSql,
  { low, high }: Span,
): number[] {
  const amended = kind === "corrections" ? " AND s.amended = 1" : "";
  const select = `SELECT s.changed FROM ${sql.from} WHERE ${sql.key} >= ? AND ${sql.key} <= ?${sql.conditions}
    AND s.changed >= ? AND s.changed <= ?${amended}`;
  const rows = rowsOf<{ changed: number }>(
    prepare(select),
    ...[sql.low, sql.high, ...sql.values, low, high],
  );
  const numbers = rows.map(({ changed }) => changed).sort((a, b) => a - b);
  if (order === "newest") numbers.reverse();
  return numbers.slice(0, limit + 1);
}

/** Walks along the changes: everything but a tag is in the index. */
export function walkedNumbers(
  prepare: Prepare,
  { kind, order, limit }: ChangesRequest,
  { names, low, high }: FilterSql,
  span: Span,
): number[] {
  const corrections = kind === "corrections";
  const index = corrections ? "statement_by_amendment" : "statement_by_change";
  const conditions = names.map((name) =>
    name.kind === "tag"
      ? " AND EXISTS (SELECT 1 FROM tagged t WHERE t.tag = ? AND t.key = s.key)"
      : ` AND s.${name.kind}_name = ?`,
  );
  const select = `SELECT s.changed FROM statement s INDEXED BY ${index}
    WHERE s.changed >= ? AND s.changed <= ? AND s.key >= ? AND s.key <= ?${conditions.join("")}
    ${corrections ? "AND s.amended = 1" : ""}
    ORDER BY s.changed ${order === "newest" ? "DESC" : "ASC"} LIMIT ?`;
  const values = [span.low, span.high, low, high, ...names.map(({ number }) => number), limit + 1];
  return rowsOf<{ changed: number }>(prepare(select), ...values).map(({ changed }) => changed);
}

export function statementAt(prepare: Prepare, number: number): Numbered {
  const [row] = rowsOf<StatementRow>(prepare(STATEMENT_CHANGE), number) as [StatementRow];
  const { changed, at, kind, note, revision } = row;
  return { changed, at, kind, note, statement: summaryOf(row), revision, tombstone: null };
}

/** A page's tombstones and one more, if there is one. They bear no tags. */
function tombstones(
  prepare: Prepare,
  { filter, order, limit }: ChangesRequest,
  { names }: FilterSql,
  { low, high }: Span,
): Numbered[] {
  if (filter.tag !== null) return [];
  const conditions = names.map(({ kind }) => ` AND t.${kind}_name = ?`).join("");
  const select = `${TOMBSTONE_CHANGE} INDEXED BY tombstone_by_change
    WHERE t.changed >= ? AND t.changed <= ? AND t.date >= ? AND t.date <= ?${conditions}
    ORDER BY t.changed ${order === "newest" ? "DESC" : "ASC"} LIMIT ?`;
  const values = [low, high, ...periodOf(filter), ...names.map(({ number }) => number), limit + 1];
  return rowsOf<TombstoneRow>(prepare(select), ...values).map(tombstoneOf);
}

function tombstoneOf({ changed, at, ...tombstone }: TombstoneRow): Numbered {
  const note = tombstone.reason;
  return { changed, at, kind: "withdrawn", note, statement: null, revision: null, tombstone };
}

function withoutNumber({ changed: _, ...change }: Numbered): StatementChange {
  return change;
}

/** Below and above every day as it is written. */
function periodOf({ from, to }: StatementFilter): [string, string] {
  return [from ?? "", to ?? "~"];
}
