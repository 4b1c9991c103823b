import type { Instant } from "../../statements/statement.ts";
import type { ChangesRequest } from "../changes.ts";
import { type Prepare, rowOf } from "./prepare.ts";

/** Numbers of changes, both included. */
export interface Span {
  low: number;
  high: number;
}

/** The numbers that the changes asked for can have: those between the instants, and behind the key. */
export function changeSpan(prepare: Prepare, request: ChangesRequest): Span {
  const { from, until, order } = request;
  const low = from === null ? 0 : firstChange(prepare, "u.shown_at >= ?", from);
  const high =
    until === null ? Number.MAX_SAFE_INTEGER : firstChange(prepare, "u.shown_at > ?", until) - 1;
  if (request.after === null) return { low, high };
  const after = Number(request.after);
  return order === "newest"
    ? { low, high: Math.min(high, after - 1) }
    : { low: Math.max(low, after + 1), high };
}

/** The first change of the runs that pass; above every change where none does. Instants of runs never go back. */
function firstChange(prepare: Prepare, condition: string, instant: Instant): number {
  const sql = `SELECT u.first_change AS first FROM run u WHERE ${condition}
    ORDER BY u.shown_at, u.number LIMIT 1`;
  return rowOf<{ first: number }>(prepare(sql), instant)?.first ?? Number.MAX_SAFE_INTEGER;
}
