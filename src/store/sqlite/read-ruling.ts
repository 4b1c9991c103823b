import type { Ruling } from "../store.ts";
import { type Prepare, rowOf } from "./prepare.ts";

/** See `ArchiveImport.ruling`: a withdrawal that holds, or else the last revision with a note. */
export function readRuling(prepare: Prepare, id: string): Ruling | null {
  const gone = `SELECT u.act, t.removed_at AS at, t.reason FROM tombstone t JOIN run u ON u.number = t.run
    WHERE t.id = ?`;
  const marked = `SELECT u.act, u.at, e.reason FROM statement s JOIN event e ON e.number = s.withdrawn
    JOIN run u ON u.number = e.run WHERE s.id = ?`;
  const noted = `SELECT u.act, u.at, r.note AS reason FROM statement s
    JOIN revision r ON r.statement = s.number JOIN run u ON u.number = r.run
    WHERE s.id = ? AND r.note IS NOT NULL ORDER BY r.n DESC LIMIT 1`;
  for (const sql of [gone, marked, noted]) {
    const row = rowOf<Ruling>(prepare(sql), id);
    if (row) return row;
  }
  return null;
}
