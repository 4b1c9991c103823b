import type { Prepare } from "../store/sqlite/prepare.ts";
import type { StoredBytes } from "../store/sqlite/stored-bytes.ts";
import { BEFORE_ALL, everyRow } from "./every-row.ts";

/** An observation of a file, with the wording that it brought. */
export type SourceRow = StoredBytes & {
  number: number;
  run: number;
  sha256: Buffer;
  /** Its path; `null` where nothing has that number. */
  file: string | null;
  /** The statement's number; `null` where no wording came from it. */
  statement: number | null;
  id: string | null;
  n: number;
  text: string;
  erased: number | null;
};

const ROWS = `SELECT o.number, o.run, o.sha256, o.before, o.after, o.bytes, f.path AS file, r.statement,
    coalesce(s.id, t.id) AS id, r.n, r.text, r.erased
  FROM source o LEFT JOIN file f ON f.number = o.file LEFT JOIN revision r ON r.number = o.revision
  LEFT JOIN statement s ON s.number = r.statement LEFT JOIN tombstone t ON t.number = r.statement
  WHERE o.number > ? ORDER BY o.number LIMIT ?`;

/** Files may be large, and are held so many at a time. */
const AT_ONCE = 20;

/** All observations, in the order in which they were made. */
export function sourceRows(prepare: Prepare): AsyncGenerator<SourceRow> {
  const placeOf = ({ number }: SourceRow) => number;
  return everyRow(prepare, { sql: ROWS, before: BEFORE_ALL, placeOf, atOnce: AT_ONCE });
}

/** Under which name it is told of: `k3m9p2q7ra@2`. */
export function nameOf({ id, n, number }: SourceRow): string {
  return id === null ? `source ${number}` : `${id}@${n}`;
}
