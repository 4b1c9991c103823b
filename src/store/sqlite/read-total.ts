import type { StatementFilter } from "../../statements/statement-filter.ts";
import { countStatements } from "./count-statements.ts";
import { filterSql } from "./filter-sql.ts";
import type { Prepare } from "./prepare.ts";

/** See `Store.total`; for a filter without words. */
export function readTotal(prepare: Prepare, filter: StatementFilter): number {
  const sql = filterSql(prepare, filter);
  return sql ? countStatements(prepare, filter, sql) : 0;
}
