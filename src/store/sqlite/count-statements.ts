import { addDays, dayNumber, type IsoDate, partsOf } from "../../statements/iso-date.ts";
import type { StatementFilter } from "../../statements/statement-filter.ts";
import type { FilterSql } from "./filter-sql.ts";
import { type Prepare, rowOf } from "./prepare.ts";

/**
 * How many statements pass the filter. From kept counts where it names a period or one name; a name within a period
 * is counted along the name's index, and several names by trying each statement of the rarest.
 */
export function countStatements(prepare: Prepare, filter: StatementFilter, sql: FilterSql): number {
  const { from, to } = filter;
  const [first, ...others] = sql.names;
  if (!first) return countPeriod(prepare, from, to);
  if (others.length === 0 && from === null && to === null) return first.count;
  const count = `SELECT count(*) AS count FROM ${sql.from}
    WHERE ${sql.key} >= ? AND ${sql.key} <= ?${sql.conditions}`;
  return rowOf<{ count: number }>(prepare(count), sql.low, sql.high, ...sql.values)?.count ?? 0;
}

function countPeriod(prepare: Prepare, from: IsoDate | null, to: IsoDate | null): number {
  const after = to && addDays(to, 1);
  const upTo = after === null ? countAll(prepare) : countBefore(prepare, after);
  return Math.max(0, upTo - (from === null ? 0 : countBefore(prepare, from)));
}

function countAll(prepare: Prepare): number {
  const sql = "SELECT total FROM archive WHERE one = 1";
  return rowOf<{ total: number }>(prepare(sql))?.total ?? 0;
}

/** Whole years, then the year's whole months, then the month's days. */
function countBefore(prepare: Prepare, date: IsoDate): number {
  const { year, month, day } = partsOf(date);
  const sql = `SELECT
    (SELECT coalesce(sum(count), 0) FROM year WHERE number < ?)
    + (SELECT coalesce(sum(count), 0) FROM month WHERE number >= ? AND number < ?)
    + (SELECT coalesce(sum(count), 0) FROM day WHERE number >= ? AND number < ?) AS count`;
  const thisMonth = year * 12 + month - 1;
  const today = dayNumber(date);
  const bounds = [year, year * 12, thisMonth, today - day + 1, today];
  return rowOf<{ count: number }>(prepare(sql), ...bounds)?.count ?? 0;
}
