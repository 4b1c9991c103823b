import { renderedDigest } from "../log/log-record.ts";
import { revisionPath, shortPath, statementPath } from "../permalinks.ts";
import type {
  Content,
  Instant,
  SourceMark,
  Statement,
  StatementEvent,
  Withdrawal,
} from "../statements/statement.ts";
import type { StatementRecord, Tombstone } from "../store/store.ts";

/** One wording. Addresses begin with `/`. */
export interface WordingJson extends Omit<Content, "blocks" | "excerpt"> {
  revision: number;
  /** Its own address. */
  short: string;
  seenAt: Instant;
  /** What the publisher said of this correction; `null` for what an import brought. */
  note: string | null;
  /** SHA-256 of the page as it was made from Markdown, 64 hexadecimal digits, which the log's record covers; `null` of literal text. */
  rendered: string | null;
  /** Every file in which these words were found, with the SHA-256 of its bytes. */
  sources: SourceMark[];
}

/** A wording whose words were taken away. */
export interface GoneWordingJson {
  revision: number;
  short: string;
  seenAt: Instant;
  gone: { at: Instant; reason: string };
}

/** A statement as a line of the whole archive has it: the present wording, and all before it. */
export interface RecordJson extends WordingJson {
  id: string;
  permalink: string;
  firstImportedAt: Instant;
  /** `null` where it is not withdrawn. */
  withdrawn: Withdrawal | null;
  /** Every withdrawal and restoration, oldest first. */
  events: StatementEvent[];
  /** Oldest first. */
  earlier: (WordingJson | GoneWordingJson)[];
}

/** A statement that was taken away. */
export interface GoneRecordJson {
  id: string;
  short: string;
  date: string;
  agency: string | null;
  gone: { at: Instant; reason: string };
}

/** One line of the archive as JSON Lines, without its line feed. */
export function recordJson(record: StatementRecord): RecordJson | GoneRecordJson {
  if ("gone" in record) return goneRecord(record.gone);
  const { present } = record;
  return {
    id: present.id,
    permalink: statementPath(present),
    ...wordingJson(present, record),
    // The statement's own, not that of its latest wording.
    short: shortPath(present.id),
    firstImportedAt: present.firstImportedAt,
    withdrawn: present.withdrawn,
    events: present.events,
    earlier: record.earlier.map((wording, index) =>
      "text" in wording
        ? wordingJson(wording, record)
        : goneWording(wording, present.revisions[index] as Statement["revisions"][number]),
    ),
  };
}

function goneRecord({ id, date, agency, removedAt, reason }: Tombstone): GoneRecordJson {
  return { id, short: shortPath(id), date, agency, gone: { at: removedAt, reason } };
}

function wordingJson(
  wording: Statement,
  { sources }: Extract<StatementRecord, { present: Statement }>,
): WordingJson {
  const { revision: n } = wording;
  const mark = wording.revisions[n - 1];
  return {
    revision: n,
    short: revisionPath(wording.id, n),
    date: wording.date,
    headline: wording.headline,
    headlineDerived: wording.headlineDerived,
    place: wording.place,
    agency: wording.agency,
    language: wording.language,
    url: wording.url,
    rights: wording.rights,
    tags: wording.tags,
    format: wording.format,
    text: wording.text,
    seenAt: mark?.seenAt ?? wording.firstImportedAt,
    note: mark?.note ?? null,
    rendered: renderedDigest(wording.blocks && JSON.stringify(wording.blocks)),
    sources: sources
      .filter(({ revision }) => revision === n)
      .map(({ file, sha256, importedAt }) => ({ file, sha256, importedAt })),
  };
}

function goneWording(
  { id, removedAt, reason }: Tombstone,
  { n, seenAt }: Statement["revisions"][number],
): GoneWordingJson {
  return { revision: n, short: revisionPath(id, n), seenAt, gone: { at: removedAt, reason } };
}
