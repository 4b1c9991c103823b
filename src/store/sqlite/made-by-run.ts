import type { MadeByRun } from "../publishing.ts";
import { type Prepare, rowOf, rowsOf } from "./prepare.ts";

/** See `ArchivePublishing.madeBy`. */
const MADE_AT_ONCE = 1000;

interface MadeRow {
  number: number;
  statement: number;
  id: string;
  n: number;
  standing: number;
}

/** See `ArchivePublishing.madeBy`. A place is the number of a revision; a run's follow on one another. */
export function madeBy(
  prepare: Prepare,
  run: number,
  after: number | null,
): { made: MadeByRun[]; after: number | null } {
  const start = after ?? firstRevision(prepare, run) - 1;
  const sql = `SELECT r.number, r.statement, coalesce(s.id, t.id) AS id, r.n,
      s.wording IS NOT NULL AND s.wording = r.number AND s.changed NOT IN (SELECT e.number FROM event e
        WHERE e.statement = s.number) AS standing
    FROM revision r LEFT JOIN statement s ON s.number = r.statement
    LEFT JOIN tombstone t ON t.number = r.statement
    WHERE r.number > ? AND r.number <= ? AND r.run = ? ORDER BY r.number LIMIT ?`;
  const rows = rowsOf<MadeRow>(prepare(sql), start, lastRevision(prepare, run), run, MADE_AT_ONCE);
  const last = rows.length === MADE_AT_ONCE ? rows[MADE_AT_ONCE - 1] : undefined;
  return {
    made: rows.flatMap((row) => madeOf(prepare, run, row) ?? []),
    after: last?.number ?? null,
  };
}

function firstRevision(prepare: Prepare, run: number): number {
  const sql = "SELECT first_revision AS first FROM run WHERE number = ?";
  return rowOf<{ first: number }>(prepare(sql), run)?.first ?? 0;
}

/** The run's own are at most those before the next run's first. */
function lastRevision(prepare: Prepare, run: number): number {
  const sql = `SELECT first_revision AS first FROM run WHERE number > ? AND first_revision > 0
    ORDER BY number LIMIT 1`;
  const next = rowOf<{ first: number }>(prepare(sql), run)?.first;
  return next === undefined ? Number.MAX_SAFE_INTEGER : next - 1;
}

/** `null` for a revision that another of the same run followed: that one speaks for the statement. */
function madeOf(prepare: Prepare, run: number, row: MadeRow): MadeByRun | null {
  const { statement, id, n, standing } = row;
  const next = "SELECT 1 FROM revision WHERE statement = ? AND n = ? AND run = ?";
  if (rowOf(prepare(next), statement, n + 1, run)) return null;
  if (!standing) return { id, kind: "later", before: null };
  const sql = `SELECT n, erased FROM revision WHERE statement = ? AND n < ? AND run <> ?
    ORDER BY n DESC LIMIT 1`;
  const before = rowOf<{ n: number; erased: number | null }>(prepare(sql), statement, n, run);
  if (before && before.erased !== null) return { id, kind: "later", before: null };
  return before ? { id, kind: "revised", before: before.n } : { id, kind: "added", before: null };
}
