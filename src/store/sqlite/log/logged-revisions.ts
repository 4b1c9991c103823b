import type { Logged } from "../../../log/log-entry.ts";
import { type LoggedWording, renderedDigest, wordingRecord } from "../../../log/log-record.ts";
import type { IsoDate } from "../../../statements/iso-date.ts";
import { type Prepare, rowsOf } from "../prepare.ts";
import type { WordingSummary } from "../read-statement.ts";
import { dateOfKey } from "../statement-key.ts";
import type { LoggedSource } from "./run-log.ts";

/** A revision as the tables have it, with all that an entry says of it. */
export interface LoggedRevision {
  number: number;
  run: number;
  n: number;
  /** `null` where no statement and no tombstone has it. */
  id: string | null;
  slug: string | null;
  /** `null` where nothing tells it. */
  date: IsoDate | null;
  note: string | null;
  source: LoggedSource | null;
  /** `null` where its words are gone. */
  wording: LoggedWording | null;
}

interface Row {
  number: number;
  run: number;
  n: number;
  id: string | null;
  slug: string | null;
  key: number | null;
  goneOn: IsoDate | null;
  note: string | null;
  source: number;
  file: string | null;
  sha256: Buffer | null;
  digest: Buffer;
  markdown: number;
  url: string | null;
  rights: string | null;
  tags: string | null;
  superseded: string | null;
  blocks: string | null;
  erased: number | null;
  headline: string | null;
  headlineDerived: number;
  place: string | null;
  agency: string | null;
  language: string;
}

const AT_ONCE = 500;

const REVISIONS = `SELECT r.number, r.run, r.n, coalesce(s.id, t.id) AS id, coalesce(s.slug, t.slug) AS slug, s.key,
    t.date AS goneOn, r.note, r.source, f.path AS file, o.sha256, r.digest, r.markdown, r.url, r.rights, r.tags,
    r.superseded, r.blocks, r.erased, s.headline, s.headline_derived AS headlineDerived, s.place, s.agency, s.language
  FROM revision r LEFT JOIN statement s ON s.number = r.statement LEFT JOIN tombstone t ON t.number = r.statement
  LEFT JOIN source o ON o.number = r.source LEFT JOIN file f ON f.number = o.file`;

/** All revisions in the order of their numbers. */
export function* loggedRevisions(prepare: Prepare): Generator<LoggedRevision> {
  const sql = `${REVISIONS} WHERE r.number > ? ORDER BY r.number LIMIT ${AT_ONCE}`;
  for (let last = 0; ; ) {
    const rows = rowsOf<Row>(prepare(sql), last);
    for (const row of rows) yield revisionOf(row);
    if (rows.length < AT_ONCE) return;
    last = rows[AT_ONCE - 1]?.number ?? last;
  }
}

/** That revision of a statement, by the statement's number; `null` where there is none. */
export function loggedRevision(
  prepare: Prepare,
  statement: number,
  n: number,
): LoggedRevision | null {
  const sql = `${REVISIONS} WHERE r.statement = ? AND r.n = ?`;
  const [row] = rowsOf<Row>(prepare(sql), statement, n);
  return row ? revisionOf(row) : null;
}

/** What an entry keeps of the wording as it stands; empty where its words are gone. */
export function recordOf(
  { wording, slug }: LoggedRevision,
  change: Logged,
  note: string | null,
): Buffer {
  if (!wording) return Buffer.alloc(0);
  return wordingRecord(wording, change === "revised" ? null : slug, note);
}

function revisionOf(row: Row): LoggedRevision {
  const { number, run, n, id, slug, note, sha256 } = row;
  const file = row.file ?? "";
  const said = row.erased === null ? summaryOf(row) : null;
  return {
    number,
    run,
    n,
    id,
    slug,
    date: said?.date ?? row.goneOn ?? (row.key === null ? null : dateOfKey(row.key)),
    note,
    source: sha256 && { number: row.source, file, sha256 },
    wording: said && wordingOf(row, said, file),
  };
}

type Said = Omit<WordingSummary, "excerpt">;

/** A revision says what its statement's row does, until a later one comes; `null` where neither says it. */
function summaryOf(row: Row): Said | null {
  if (row.superseded !== null) return JSON.parse(row.superseded) as Said;
  if (row.key === null || row.headline === null) return null;
  const { headline, place, agency, language } = row;
  const headlineDerived = row.headlineDerived === 1;
  return { date: dateOfKey(row.key), headline, headlineDerived, place, agency, language };
}

function wordingOf(row: Row, said: Said, file: string): LoggedWording {
  const { headline, headlineDerived, place, agency, language } = said;
  return {
    digest: row.digest.toString("hex"),
    headline,
    headlineDerived,
    place,
    agency,
    language,
    url: row.url,
    rights: row.rights,
    tags: row.tags === null ? [] : (JSON.parse(row.tags) as string[]),
    format: row.markdown === 1 ? "markdown" : "text",
    rendered: renderedDigest(row.blocks),
    file,
  };
}
