import type { StatementSummary } from "../../../statements/statement.ts";
import type { Asked, ListOrder } from "../../store.ts";
import { type Prepare, rowOf } from "../prepare.ts";
import { SUMMARY_COLUMNS, type SummaryRow, summaryOf } from "../statement-rows.ts";
import type { CheckTime } from "./deadline.ts";
import { rankedKeys } from "./rank.ts";
import type { Search, Sought } from "./search.ts";
import { isFound, walkKeys } from "./walk.ts";

interface Beside<Statement> {
  previous: Statement | null;
  next: Statement | null;
}

/** See `Store.besideInList`. */
export function besideInList(
  search: Search,
  id: string,
  list: Asked & { order: ListOrder },
  check: CheckTime,
): Beside<StatementSummary> {
  const sought = search.seek(list);
  const sql = "SELECT key FROM statement WHERE id = ?";
  const key = rowOf<{ key: number }>(search.prepare(sql), id)?.key;
  if (!sought || key === undefined || !isFound(search, sought, key, check)) {
    return { previous: null, next: null };
  }
  const { previous, next } =
    list.order === "relevance" && sought.forms.all.length > 0
      ? besideRanked(search, sought, key, check)
      : besideDated(search, sought, key, list.order, check);
  return { previous: summaryAt(search.prepare, previous), next: summaryAt(search.prepare, next) };
}

function besideDated(
  search: Search,
  sought: Sought,
  key: number,
  order: ListOrder,
  check: CheckTime,
): Beside<number> {
  const newer = first(walkKeys(search, sought, "oldest", key, check));
  const older = first(walkKeys(search, sought, "newest", key, check));
  return order === "oldest" ? { previous: older, next: newer } : { previous: newer, next: older };
}

function besideRanked(
  search: Search,
  sought: Sought,
  key: number,
  check: CheckTime,
): Beside<number> {
  const { keys, all } = rankedKeys(search, sought, check);
  const oldest = keys.reduce((least, one) => Math.min(least, one), Number.MAX_VALUE);
  const at = keys.indexOf(key);
  const rest = (behind: number) => first(walkKeys(search, sought, "newest", behind, check));
  if (at !== -1) {
    const next = keys[at + 1] ?? (all ? null : rest(oldest));
    return { previous: keys[at - 1] ?? null, next };
  }
  const newer = first(walkKeys(search, sought, "oldest", key, check));
  const previous = newer !== null && newer < oldest ? newer : (keys.at(-1) ?? null);
  return { previous, next: rest(key) };
}

function first(keys: Generator<number>): number | null {
  const { done, value } = keys.next();
  return done ? null : value;
}

function summaryAt(prepare: Prepare, key: number | null): StatementSummary | null {
  if (key === null) return null;
  const sql = `SELECT ${SUMMARY_COLUMNS} FROM statement s WHERE s.key = ?`;
  const row = rowOf<SummaryRow>(prepare(sql), key);
  return row ? summaryOf(row) : null;
}
