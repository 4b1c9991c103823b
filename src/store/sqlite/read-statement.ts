import type {
  Content,
  RenderedBlock,
  RevisionMark,
  SourceMark,
  Statement,
  StatementEvent,
  StatementSummary,
} from "../../statements/statement.ts";
import type { Tombstone } from "../store.ts";
import { type Prepare, rowOf, rowsOf } from "./prepare.ts";
import { readErasure, readTombstone } from "./read-tombstone.ts";
import { SUMMARY_COLUMNS, type SummaryRow, summaryOf } from "./statement-rows.ts";

/** What a list shows of one wording. */
export type WordingSummary = Omit<StatementSummary, "id" | "slug" | "withdrawn">;

interface StatementRow extends SummaryRow {
  number: number;
}

interface RevisionRow {
  number: number;
  n: number;
  source: number;
  markdown: number;
  url: string | null;
  rights: string | null;
  tags: string | null;
  superseded: string | null;
  text: string;
  blocks: string | null;
  erased: number | null;
}

/** See `Store.statement`. */
export function readStatement(
  prepare: Prepare,
  id: string,
  n: number | undefined,
): Statement | Tombstone | null {
  const sql = `SELECT s.number, ${SUMMARY_COLUMNS} FROM statement s WHERE s.id = ?`;
  const row = rowOf<StatementRow>(prepare(sql), id);
  if (!row) return readTombstone(prepare, id, n);
  const revisions = readRevisions(prepare, row.number);
  const revision = readRevision(prepare, row.number, n ?? revisions.length);
  if (!revision) return null;
  const present = summaryOf(row);
  if (revision.erased !== null) return readErasure(prepare, revision.erased, present);
  const source = readSource(prepare, revision.source);
  return {
    id,
    slug: row.slug,
    ...contentOf(present, revision),
    revision: revision.n,
    revisions,
    source,
    firstImportedAt: (revisions[0] as RevisionMark).seenAt,
    withdrawn: present.withdrawn,
    events: readEvents(prepare, row.number),
    otherFiles: readOtherFiles(prepare, revision.number, source.file),
  };
}

/** The present wording of the statement with that number and id. */
export function readContent(prepare: Prepare, id: string): Content | null {
  const sql = `SELECT s.number, ${SUMMARY_COLUMNS} FROM statement s WHERE s.id = ?`;
  const row = rowOf<StatementRow>(prepare(sql), id);
  if (!row) return null;
  const last = "SELECT * FROM revision WHERE statement = ? ORDER BY n DESC LIMIT 1";
  return contentOf(summaryOf(row), rowOf<RevisionRow>(prepare(last), row.number) as RevisionRow);
}

/** The wording of a revision that a later one, or a tombstone, has superseded. Throws where its words are gone. */
export function readWording(prepare: Prepare, revision: number): Content {
  const sql = "SELECT * FROM revision WHERE number = ?";
  const row = rowOf<RevisionRow>(prepare(sql), revision);
  if (!row?.superseded || row.erased !== null) {
    throw new RangeError(`expected a revision with words, not ${revision}`);
  }
  return contentWith(JSON.parse(row.superseded) as WordingSummary, row);
}

function contentOf(present: StatementSummary, revision: RevisionRow): Content {
  const { superseded } = revision;
  return contentWith(superseded ? JSON.parse(superseded) : wordingSummary(present), revision);
}

function contentWith(summary: WordingSummary, revision: RevisionRow): Content {
  return {
    ...summary,
    text: revision.text,
    format: revision.markdown === 1 ? "markdown" : "text",
    url: revision.url,
    rights: revision.rights,
    tags: revision.tags === null ? [] : (JSON.parse(revision.tags) as string[]),
    blocks: revision.blocks === null ? null : (JSON.parse(revision.blocks) as RenderedBlock[]),
  };
}

/** Without what is the statement's, whatever its wording. */
export function wordingSummary(summary: StatementSummary): WordingSummary {
  const { id: _, slug: __, withdrawn: ___, ...wording } = summary;
  return wording;
}

function readRevision(prepare: Prepare, statement: number, n: number): RevisionRow | undefined {
  return rowOf(prepare("SELECT * FROM revision WHERE statement = ? AND n = ?"), statement, n);
}

function readRevisions(prepare: Prepare, statement: number): RevisionMark[] {
  const rows = rowsOf<Omit<RevisionMark, "gone"> & { gone: number }>(
    prepare(`SELECT r.n, u.at AS seenAt, lower(hex(o.sha256)) AS sha256, r.note,
      r.erased IS NOT NULL AS gone FROM revision r JOIN run u ON u.number = r.run JOIN source o ON o.number = r.source
      WHERE r.statement = ? ORDER BY r.n`),
    statement,
  );
  return rows.map((row) => ({ ...row, gone: row.gone === 1 }));
}

function readEvents(prepare: Prepare, statement: number): StatementEvent[] {
  const sql = `SELECT e.kind, u.at, e.reason FROM event e JOIN run u ON u.number = e.run
    WHERE e.statement = ? ORDER BY e.number`;
  return rowsOf<StatementEvent>(prepare(sql), statement);
}

function readSource(prepare: Prepare, source: number): SourceMark {
  return rowOf<SourceMark>(
    prepare(`SELECT f.path AS file, lower(hex(o.sha256)) AS sha256, u.at AS importedAt
      FROM source o JOIN file f ON f.number = o.file JOIN run u ON u.number = o.run
      WHERE o.number = ?`),
    source,
  ) as SourceMark;
}

function readOtherFiles(prepare: Prepare, revision: number, main: string): string[] {
  const rows = rowsOf<{ path: string }>(
    prepare(`SELECT f.path FROM source o JOIN file f ON f.number = o.file
      WHERE o.revision = ? ORDER BY o.number`),
    revision,
  );
  const paths = new Set(rows.map(({ path }) => path));
  paths.delete(main);
  return [...paths];
}

/** See `Store.neighbours`. */
export function readNeighbours(prepare: Prepare, id: string) {
  const row = rowOf<{ key: number }>(prepare("SELECT key FROM statement WHERE id = ?"), id);
  if (!row) return { earlier: null, later: null };
  const beside = (side: string) => {
    const sql = `SELECT ${SUMMARY_COLUMNS} FROM statement s WHERE ${side} LIMIT 1`;
    const found = rowOf<SummaryRow>(prepare(sql), row.key);
    return found ? summaryOf(found) : null;
  };
  return {
    earlier: beside("s.key < ? ORDER BY s.key DESC"),
    later: beside("s.key > ? ORDER BY s.key"),
  };
}
