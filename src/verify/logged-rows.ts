import { entryBytes, LOGGED, type LogEntry } from "../log/log-entry.ts";
import { dateOfDayNumber, type IsoDate } from "../statements/iso-date.ts";
import type { Prepare } from "../store/sqlite/prepare.ts";
import { BEFORE_ALL, everyRow } from "./every-row.ts";

/** An entry with what ties it to other tables. */
export interface LoggedRow {
  /** Its index. */
  number: number;
  run: number;
  /** The number of the last revision when it was written. */
  revision: number;
  source: number;
  record: Buffer;
  entry: LogEntry;
}

interface Row extends Omit<LoggedRow, "entry"> {
  id: string;
  n: number;
  change: number;
  day: number;
  sha256: Buffer | null;
  time: string | null;
}

const AT_ONCE = 256;

const ROWS = `SELECT e.number, e.run, e.revision, e.source, e.record, e.statement AS id, e.n, e.change, e.day,
    o.sha256, u.at AS time
  FROM log_entry e LEFT JOIN source o ON o.number = e.source LEFT JOIN run u ON u.number = e.run
  WHERE e.number > ? ORDER BY e.number LIMIT ?`;

/** All entries in their order, also such as should not be there. */
export async function* loggedRows(prepare: Prepare): AsyncGenerator<LoggedRow> {
  const placeOf = ({ number }: Row) => number;
  const rows = { sql: ROWS, before: BEFORE_ALL, placeOf, atOnce: AT_ONCE };
  for await (const row of everyRow<Row, number>(prepare, rows)) yield loggedRow(row);
}

function loggedRow({ id, n, change, day, sha256, time, ...row }: Row): LoggedRow {
  const { record } = row;
  const entry: LogEntry = {
    statement: id,
    revision: n,
    // What is none of them makes another hash than any.
    change: LOGGED[change] ?? (String(change) as LogEntry["change"]),
    date: dateOfDayNumber(day) ?? (String(day) as IsoDate),
    source: sha256?.toString("hex") ?? "",
    record: record.length === 0 ? null : record.toString("hex"),
    time: time ?? "",
  };
  return { ...row, entry };
}

export function bytesOf({ entry }: LoggedRow): Buffer {
  return entryBytes(entry);
}
