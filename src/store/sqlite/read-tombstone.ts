import type { StatementSummary } from "../../statements/statement.ts";
import type { Tombstone } from "../store.ts";
import { type Prepare, rowOf } from "./prepare.ts";

/** What a tombstone `t` says. */
export const TOMBSTONE_COLUMNS = "t.id, t.date, t.reason, t.removed_at AS removedAt, t.agency";

/** The tombstone of a statement, or of its revision `n`; `null` where there is none, or was no such revision. */
export function readTombstone(
  prepare: Prepare,
  id: string,
  n: number | undefined,
): Tombstone | null {
  const sql = `SELECT t.number, ${TOMBSTONE_COLUMNS} FROM tombstone t WHERE t.id = ?`;
  const row = rowOf<Tombstone & { number: number | null }>(prepare(sql), id);
  if (!row) return null;
  const { number, ...tombstone } = row;
  if (number === null || n === undefined) return tombstone;
  const revision = "SELECT 1 FROM revision WHERE statement = ? AND n = ?";
  return rowOf(prepare(revision), number, n) ? tombstone : null;
}

/** What stands for a wording whose words that event took away, while the statement is here in another. */
export function readErasure(
  prepare: Prepare,
  event: number,
  { id, date, agency }: StatementSummary,
): Tombstone {
  const sql = `SELECT e.reason, u.at FROM event e JOIN run u ON u.number = e.run WHERE e.number = ?`;
  const row = rowOf<{ reason: string | null; at: string }>(prepare(sql), event);
  return { id, date, reason: row?.reason ?? "", removedAt: row?.at ?? "", agency };
}
