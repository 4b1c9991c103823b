import type { SourceMark, Statement } from "../../statements/statement.ts";
import type { RecordPage, StatementRecord, Tombstone } from "../store.ts";
import { type Prepare, rowOf, rowsOf } from "./prepare.ts";
import { readStatement } from "./read-statement.ts";
import { readTombstone } from "./read-tombstone.ts";

/** A page ends behind so many characters. */
const PAGE_LENGTH = 1_000_000;

/** A page has at most so many records. */
const MOST_RECORDS = 200;

/** See `Snapshot.records`. The walk goes by the keys of statements (`s` and the key), then by the ids of tombstones (`t` and the id). */
export function readRecords(prepare: Prepare, after: string | null): RecordPage {
  const records: StatementRecord[] = [];
  let place = after;
  let length = 0;
  while (length < PAGE_LENGTH && records.length < MOST_RECORDS) {
    const found = recordBehind(prepare, place);
    if (!found) return { records, next: null };
    records.push(found.record);
    length += lengthOf(found.record);
    place = found.place;
  }
  return { records, next: place };
}

function recordBehind(
  prepare: Prepare,
  place: string | null,
): { record: StatementRecord; place: string } | null {
  if (place?.startsWith("t")) return tombstoneBehind(prepare, place.slice(1));
  const sql = "SELECT key, id FROM statement WHERE key > ? ORDER BY key LIMIT 1";
  const row = rowOf<{ key: number; id: string }>(prepare(sql), Number(place?.slice(1) ?? -1));
  if (!row) return tombstoneBehind(prepare, "");
  return { record: recordOf(prepare, row.id), place: `s${row.key}` };
}

function tombstoneBehind(prepare: Prepare, id: string) {
  const sql = "SELECT id FROM tombstone WHERE id > ? ORDER BY id LIMIT 1";
  const row = rowOf<{ id: string }>(prepare(sql), id);
  const gone = row && readTombstone(prepare, row.id, undefined);
  return gone ? { record: { gone }, place: `t${gone.id}` } : null;
}

function recordOf(prepare: Prepare, id: string): StatementRecord {
  const present = readStatement(prepare, id, undefined);
  if (!present || !("text" in present)) return { gone: present as Tombstone };
  const earlier = present.revisions
    .slice(0, -1)
    .map(({ n }) => readStatement(prepare, id, n) as Statement | Tombstone);
  return { present, earlier, sources: readSources(prepare, id) };
}

function readSources(prepare: Prepare, id: string): (SourceMark & { revision: number })[] {
  const sql = `SELECT r.n AS revision, f.path AS file, lower(hex(o.sha256)) AS sha256, u.at AS importedAt
    FROM statement s JOIN revision r ON r.statement = s.number JOIN source o ON o.revision = r.number
    JOIN file f ON f.number = o.file JOIN run u ON u.number = o.run
    WHERE s.id = ? AND r.erased IS NULL ORDER BY r.n, o.number`;
  return rowsOf(prepare(sql), id);
}

function lengthOf(record: StatementRecord): number {
  if ("gone" in record) return 0;
  const wordings = [record.present, ...record.earlier];
  return wordings.reduce((sum, wording) => sum + ("text" in wording ? wording.text.length : 0), 0);
}
