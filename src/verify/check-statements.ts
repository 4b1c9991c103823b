import type { RenderedBlock } from "../statements/statement.ts";
import { statementIds } from "../statements/statement-id.ts";
import { digestHead } from "../store/sqlite/find-statement.ts";
import { type Prepare, rowOf } from "../store/sqlite/prepare.ts";
import { plainTextOf } from "../text/markdown.ts";
import { BEFORE_ALL, everyRow } from "./every-row.ts";
import { type Altered, alteredTeller, guarded, type Tell } from "./finding.ts";

interface StatementRow {
  key: number;
  number: number;
  id: string;
  wording: number;
  digestHead: number;
  excerpt: string | number;
  withdrawn: number | null;
}

interface RevisionRow {
  number: number;
  digest: Buffer;
  superseded: string | null;
  text: string;
  blocks: string | null;
}

const AT_ONCE = 500;

/** Expects that each statement shows its last wording, under the id of its first, and as its last act has left it: how many there are. */
export async function checkStatements(prepare: Prepare, tell: Tell): Promise<number> {
  const sql = `SELECT key, number, id, wording, digest_head AS digestHead, excerpt, withdrawn FROM statement
    WHERE key > ? ORDER BY key LIMIT ?`;
  let count = 0;
  const placeOf = ({ key }: StatementRow) => key;
  const rows = { sql, before: BEFORE_ALL, placeOf, atOnce: AT_ONCE };
  for await (const row of everyRow<StatementRow, number>(prepare, rows)) {
    guarded(tell, row.id, () => checkStatement(prepare, row, tell));
    count++;
  }
  return count;
}

function checkStatement(prepare: Prepare, row: StatementRow, tell: Tell): void {
  const { id, number, wording, withdrawn } = row;
  const altered = alteredTeller(tell, id);
  const revision = lastRevision(prepare, number, "DESC");
  if (!revision) {
    altered("it has no wording");
    return;
  }
  if (revision.number !== wording) altered("it shows another wording than its last");
  if (revision.superseded !== null) altered("its last wording says that a later one came");
  if (row.digestHead !== digestHead(revision.digest)) {
    altered("it is found under another digest than that of its wording");
  }
  checkId(id, lastRevision(prepare, number, "ASC")?.digest, altered);
  checkExcerpt(row.excerpt, revision, altered);
  const act = "SELECT number, kind FROM event WHERE statement = ? ORDER BY number DESC LIMIT 1";
  const last = rowOf<{ number: number; kind: string }>(prepare(act), number);
  const expected = last?.kind === "withdrawn" ? last.number : null;
  if (withdrawn !== expected) {
    altered(withdrawn === null ? "its withdrawal does not show" : "nobody withdrew it as it says");
  }
  if (rowOf(prepare("SELECT 1 FROM tombstone WHERE number = ? OR id = ? LIMIT 1"), number, id)) {
    altered("it is listed, and a tombstone says that it was taken away");
  }
}

function lastRevision(
  prepare: Prepare,
  statement: number,
  order: "ASC" | "DESC",
): RevisionRow | undefined {
  const sql = `SELECT number, digest, superseded, text, blocks FROM revision WHERE statement = ?
    ORDER BY n ${order} LIMIT 1`;
  return rowOf<RevisionRow>(prepare(sql), statement);
}

/** An id is made from the day and text that came first. */
function checkId(id: string, digest: Buffer | undefined, altered: Altered): void {
  if (digest) for (const made of statementIds(digest)) if (made === id) return;
  altered("its id is not made from its first day and text");
}

/** An excerpt that is not kept as a part of the text must still be made of its words. */
function checkExcerpt(
  excerpt: string | number,
  { text, blocks }: RevisionRow,
  altered: Altered,
): void {
  if (typeof excerpt === "number") return;
  const plain = blocks === null ? text : plainTextOf(JSON.parse(blocks) as RenderedBlock[]);
  const there = wordsOf(plain);
  let at = 0;
  for (const word of wordsOf(excerpt)) {
    at = there.indexOf(word, at) + 1;
    if (at === 0) {
      altered("its excerpt has words that its text has not in that order");
      return;
    }
  }
}

/** Without marks, signs and what no line of display has. */
function wordsOf(text: string): string[] {
  return text
    .replace(/[^\p{L}\p{N}\s]+/gu, "")
    .split(/\s+/)
    .filter((word) => word !== "");
}

interface TombstoneRow {
  id: string;
  number: number | null;
  kind: string | null;
  digest: Buffer;
}

/** Expects behind each tombstone an act of the publisher, or the end of the sample. */
export async function checkTombstones(prepare: Prepare, tell: Tell): Promise<void> {
  const sql = `SELECT t.id, t.number, e.kind, r.digest
    FROM tombstone t LEFT JOIN revision r ON r.statement = t.number AND r.n = 1
    LEFT JOIN event e ON e.number = (SELECT max(number) FROM event WHERE statement = t.number)
    WHERE t.id > ? ORDER BY t.id LIMIT ?`;
  const placeOf = ({ id }: TombstoneRow) => id;
  const rows = { sql, before: "", placeOf, atOnce: AT_ONCE };
  for await (const { id, number, kind, digest } of everyRow<TombstoneRow, string>(prepare, rows)) {
    const altered = alteredTeller(tell, id);
    // Of the sample nothing is left that could be compared.
    if (number === null) continue;
    if (kind !== "withdrawn") altered("it was taken away, and nobody withdrew it");
    checkId(id, digest, altered);
  }
}
