import type { ListedStatement } from "../../statements/statement.ts";
import type { ListRequest, StatementPage } from "../store.ts";
import { type FilterSql, filterSql } from "./filter-sql.ts";
import { type Prepare, rowsOf } from "./prepare.ts";
import { keyOfPosition, positionOfKey } from "./statement-key.ts";
import { SUMMARY_COLUMNS, type SummaryRow, summaryOf } from "./statement-rows.ts";

interface ListedRow extends SummaryRow {
  changedAt: string;
}

const LISTED_COLUMNS = `${SUMMARY_COLUMNS},
  (SELECT u.shown_at FROM run u WHERE u.number = coalesce(
    (SELECT e.run FROM event e WHERE e.number = s.changed),
    (SELECT r.run FROM revision r WHERE r.number = s.wording))) AS changedAt`;

/** See `Store.list`. One page is one walk along the key, or along the rarest name's index, which has the same order. */
export function listStatements(prepare: Prepare, request: ListRequest): StatementPage {
  const sql = filterSql(prepare, request.filter);
  if (!sql) return { ranked: null, statements: [], next: null, previous: null };
  const after = request.after === null ? null : keyOfPosition(request.after);
  const rows = rowsBehind(prepare, sql, request, after);
  const last = rows[request.limit - 1];
  return {
    ranked: null,
    statements: rows.slice(0, request.limit).map(listedOf),
    next: last && rows.length > request.limit ? { after: positionOfKey(last.key) } : null,
    previous: after === null ? null : previousPage(prepare, sql, request, after),
  };
}

const LISTED = `SELECT ${LISTED_COLUMNS} FROM json_each(?) listed CROSS JOIN statement s ON s.key = listed.value`;

/** The statements with those keys, in that order; one that is not there is left out. */
export function readListed(prepare: Prepare, keys: number[]): ListedStatement[] {
  return rowsOf<ListedRow>(prepare(LISTED), JSON.stringify(keys)).map(listedOf);
}

function listedOf(row: ListedRow): ListedStatement {
  return Object.assign(summaryOf(row), { changedAt: row.changedAt });
}

/** The page's rows and one more, if there is one. */
function rowsBehind(
  prepare: Prepare,
  sql: FilterSql,
  { order, limit }: ListRequest,
  after: number | null,
): ListedRow[] {
  const newest = order === "newest";
  const low = newest ? sql.low : Math.max(sql.low, (after ?? -1) + 1);
  const high = newest ? Math.min(sql.high, (after ?? sql.high + 1) - 1) : sql.high;
  const walk = walkSql(sql, LISTED_COLUMNS, newest ? "DESC" : "ASC");
  return rowsOf<ListedRow>(prepare(walk), low, high, ...sql.values, limit + 1);
}

/** Walks back from the page's beginning: a page's worth lies before it, or else the start does. */
function previousPage(
  prepare: Prepare,
  sql: FilterSql,
  { order, limit }: ListRequest,
  after: number,
): StatementPage["previous"] {
  const newest = order === "newest";
  const low = newest ? Math.max(sql.low, after) : sql.low;
  const high = newest ? sql.high : Math.min(sql.high, after);
  const walk = walkSql(sql, "s.key", newest ? "ASC" : "DESC");
  const back = rowsOf<{ key: number }>(prepare(walk), low, high, ...sql.values, limit + 1);
  const before = back[limit];
  if (back.length === 0) return null;
  return { after: before ? positionOfKey(before.key) : null };
}

function walkSql(sql: FilterSql, columns: string, direction: "ASC" | "DESC"): string {
  return `SELECT ${columns} FROM ${sql.from}
    WHERE ${sql.key} >= ? AND ${sql.key} <= ?${sql.conditions} ORDER BY ${sql.key} ${direction} LIMIT ?`;
}
