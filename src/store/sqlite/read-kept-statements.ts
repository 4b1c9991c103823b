import { DatelineError } from "../../errors.ts";
import type { IsoDate } from "../../statements/iso-date.ts";
import type { Instant } from "../../statements/statement.ts";
import type {
  KeptPage,
  KeptRevision,
  KeptSource,
  KeptStatement,
  KeptTombstone,
} from "../history.ts";
import { type Prepare, rowOf, rowsOf } from "./prepare.ts";
import { readContent, readWording } from "./read-statement.ts";
import { positionOfKey } from "./statement-key.ts";
import { checkedBytes, type StoredBytes } from "./stored-bytes.ts";

/** A page ends behind so many bytes, or statements. */
const PAGE_BYTES = 2_000_000;
const MOST = 500;

interface Listed {
  key: number;
  number: number;
  id: string;
  slug: string | null;
  changed: number;
  withdrawn: number | null;
}

interface Buried extends Omit<Listed, "key" | "number" | "withdrawn"> {
  key: number | null;
  number: number | null;
  digest: Buffer;
  date: IsoDate;
  reason: string;
  at: Instant;
  run: number;
  agency: string | null;
  agencyName: string | null;
  placeName: string | null;
  languageName: string | null;
}

interface RevisionRow {
  n: number;
  number: number;
  run: number;
  digest: Buffer;
  note: string | null;
  overruled: number;
  erased: number | null;
  source: number;
  text: string;
}

/** The walk goes by the keys of statements (`s` and the key), then by the ids of tombstones (`t` and the id). */
export function readKeptStatements(prepare: Prepare, after: string | null): KeptPage<"statements"> {
  const items: KeptStatement[] = [];
  let place = after;
  for (let bytes = 0; bytes < PAGE_BYTES && items.length < MOST; ) {
    const found = behind(prepare, place);
    if (!found) return { items, next: null };
    items.push(found.statement);
    place = found.place;
    bytes += sizeOf(found.statement);
  }
  return { items, next: place };
}

function behind(prepare: Prepare, place: string | null) {
  if (place?.startsWith("t")) return buriedBehind(prepare, place.slice(1));
  const sql = `SELECT key, number, id, slug, changed, withdrawn FROM statement WHERE key > ?
    ORDER BY key LIMIT 1`;
  const row = rowOf<Listed>(prepare(sql), Number(place?.slice(1) ?? -1));
  if (!row) return buriedBehind(prepare, "");
  return { statement: listed(prepare, row), place: `s${row.key}` };
}

function buriedBehind(prepare: Prepare, id: string) {
  const name = (column: string) =>
    `(SELECT folded FROM name WHERE number = t.${column}_name) AS ${column}Name`;
  const sql = `SELECT t.id, t.slug, t.key, t.number, t.changed, t.digest, t.date, t.reason, t.removed_at AS at,
      t.run, t.agency, ${name("agency")}, ${name("place")}, ${name("language")}
    FROM tombstone t WHERE t.id > ? ORDER BY t.id LIMIT 1`;
  const row = rowOf<Buried>(prepare(sql), id);
  return row ? { statement: buried(prepare, row), place: `t${row.id}` } : null;
}

function listed(prepare: Prepare, row: Listed): KeptStatement {
  const { id, number, slug, key, changed, withdrawn } = row;
  const position = positionOfKey(key);
  const rows = revisionsOf(prepare, number);
  const revisions = rows.map((revision, index) => {
    const content =
      index === rows.length - 1
        ? readContent(prepare, id)
        : revision.erased === null
          ? readWording(prepare, revision.number)
          : null;
    return kept(prepare, id, revision, content);
  });
  const events = eventsOf(prepare, number);
  return {
    id,
    number,
    sample: null,
    slug,
    position,
    changed,
    withdrawn,
    gone: null,
    events,
    revisions,
  };
}

/** What is hidden behind a tombstone is not for readers: it goes without its words. */
function buried(prepare: Prepare, row: Buried): KeptStatement {
  const { id, number, key, changed, digest, ...rest } = row;
  const { slug: _, ...gone } = rest;
  const revisions = number === null ? [] : revisionsOf(prepare, number);
  return {
    id,
    number,
    sample: number === null ? digest : null,
    slug: null,
    position: key === null ? null : positionOfKey(key),
    changed,
    withdrawn: null,
    gone: gone satisfies KeptTombstone,
    events: number === null ? [] : eventsOf(prepare, number),
    revisions: revisions.map((revision) => {
      const erased = revision.erased ?? changed;
      return kept(prepare, id, { ...revision, erased }, null);
    }),
  };
}

function revisionsOf(prepare: Prepare, statement: number): RevisionRow[] {
  const sql = `SELECT n, number, run, digest, note, overruled, erased, source, text FROM revision
    WHERE statement = ? ORDER BY n`;
  return rowsOf<RevisionRow>(prepare(sql), statement);
}

function eventsOf(prepare: Prepare, statement: number): KeptStatement["events"] {
  const sql =
    "SELECT number AS change, run, kind, reason FROM event WHERE statement = ? ORDER BY number";
  return rowsOf<KeptStatement["events"][number]>(prepare(sql), statement);
}

function kept(
  prepare: Prepare,
  id: string,
  { text, overruled, ...row }: RevisionRow,
  content: KeptRevision["content"],
): KeptRevision {
  const sql = `SELECT o.number, o.run, o.sha256, o.file, d.name AS folder, f.path, o.before, o.after, o.bytes
    FROM source o JOIN file f ON f.number = o.file JOIN folder d ON d.number = f.folder
    WHERE o.revision = ? ORDER BY o.number`;
  type SourceRow = Omit<KeptSource, "bytes"> & StoredBytes;
  const sources = rowsOf<SourceRow>(prepare(sql), row.number).map(
    ({ before, after, bytes, ...source }): KeptSource => {
      if (content === null) return { ...source, bytes: null };
      const stored = { before, after, bytes } as StoredBytes;
      const whole = checkedBytes(stored, text, source.sha256 as Buffer);
      if (whole === "damaged") throw damaged(`${id}@${row.n}`);
      return { ...source, bytes: whole === "erased" ? null : whole };
    },
  );
  return { ...row, overruled: overruled === 1, content, sources };
}

function damaged(wording: string): DatelineError {
  const message = `the archive is damaged: a file of ${wording} does not have the bytes that its SHA-256 says`;
  return new DatelineError("unavailable", message);
}

function sizeOf({ revisions }: KeptStatement): number {
  return revisions.reduce(
    (sum, { sources }) => sum + sources.reduce((all, { bytes }) => all + (bytes?.length ?? 0), 0),
    0,
  );
}
