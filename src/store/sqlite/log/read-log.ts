import { entryBytes, LOGGED, type LogEntry } from "../../../log/log-entry.ts";
import { EMPTY_ROOT, leafHash } from "../../../log/tree-hash.ts";
import { dateOfDayNumber, type IsoDate } from "../../../statements/iso-date.ts";
import type { LogHead } from "../../store.ts";
import { numberOf } from "../number-of.ts";
import { type Prepare, rowOf, rowsOf } from "../prepare.ts";

/** So many hashes or entries are read at once. */
const MOST = 256;

interface EntryRow {
  statement: string;
  n: number;
  change: number;
  day: number;
  record: Buffer;
  sha256: Buffer | null;
  time: string | null;
}

const ENTRIES = `SELECT e.statement, e.n, e.change, e.day, e.record, o.sha256, u.at AS time FROM log_entry e
  LEFT JOIN source o ON o.number = e.source LEFT JOIN run u ON u.number = e.run
  WHERE e.number >= ? AND e.number < ? ORDER BY e.number LIMIT ${MOST}`;

/** See `ArchiveLog.logHead`. */
export function readHead(prepare: Prepare): LogHead {
  const row = rowOf<{ size: number; root: Buffer }>(
    prepare("SELECT size, root FROM log WHERE one = 1"),
  );
  return { size: row?.size ?? 0, root: row?.root ?? EMPTY_ROOT };
}

/** See `ArchiveLog.logEntries`. What an entry speaks of and is no longer there is empty. */
export function readEntries(prepare: Prepare, from: number, to: number): LogEntry[] {
  return rowsOf<EntryRow>(prepare(ENTRIES), from, to).map(entryOf);
}

function entryOf({ statement, n, change, day, record, sha256, time }: EntryRow): LogEntry {
  return {
    statement,
    revision: n,
    change: LOGGED[change] ?? "added",
    date: dateOfDayNumber(day) as IsoDate,
    source: sha256?.toString("hex") ?? "",
    record: record.length === 0 ? null : record.toString("hex"),
    time: time ?? "",
  };
}

/** See `ArchiveLog.logHashes`. Those of leaves are made from the entries. */
export function readHashes(prepare: Prepare, level: number, from: number, to: number): Buffer[] {
  if (level === 0)
    return readEntries(prepare, from, to).map((entry) => leafHash(entryBytes(entry)));
  const sql = `SELECT hash FROM log_node WHERE level = ? AND number >= ? AND number < ?
    ORDER BY number LIMIT ${MOST}`;
  return rowsOf<{ hash: Buffer }>(prepare(sql), level, from, to).map(({ hash }) => hash);
}

/** See `ArchiveLog.logIndexOf`. */
export function readIndexOf(prepare: Prepare, id: string, n: number): number | null {
  const statement = numberOf(prepare, id);
  const sql = "SELECT number FROM revision WHERE statement = ? AND n = ?";
  const revision = rowOf<{ number: number }>(prepare(sql), statement, n);
  return revision ? indexOfRevision(prepare, revision.number) : null;
}

/** The first entry that was written when there were so many revisions: numbers of revisions never go down in the log. */
function indexOfRevision(prepare: Prepare, revision: number): number | null {
  let low = 0;
  let high = readHead(prepare).size;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (revisionAt(prepare, middle) < revision) low = middle + 1;
    else high = middle;
  }
  return revisionAt(prepare, low) === revision ? low : null;
}

function revisionAt(prepare: Prepare, number: number): number {
  const sql = "SELECT revision FROM log_entry WHERE number = ?";
  return rowOf<{ revision: number }>(prepare(sql), number)?.revision ?? Number.NaN;
}
