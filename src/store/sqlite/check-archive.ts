import type Database from "better-sqlite3";
import type { IsoDate } from "../../statements/iso-date.ts";
import { digestHead } from "./find-statement.ts";
import { type Prepare, preparing, rowsOf } from "./prepare.ts";
import { readSpans, tableOf } from "./search/spans.ts";
import { dateOfKey } from "./statement-key.ts";
import { checkedBytes, type StoredBytes } from "./stored-bytes.ts";

/** How many rows are looked at before other work of the process gets its turn. */
const AT_ONCE = 500;

const turnOfOthers = () => new Promise((resolve) => setImmediate(resolve));

/** The digest of a statement's day and text, 32 bytes, as imports make it. */
export type DigestOf = (date: IsoDate, text: string) => Uint8Array;

/**
 * Everything that is wrong with the archive, a line each, in the order in which it is found; nothing for a sound one. Each page and
 * index, the full-text tables, every sum, every file's SHA-256 and every wording's digest are looked at. The connection must be allowed to write: FTS5
 * is asked by an INSERT that writes nothing. Takes as long as reading all of it, with turns for other work of the process; memory is flat.
 */
export async function* checkArchive(
  database: Database.Database,
  digestOf: DigestOf,
): AsyncGenerator<string> {
  const prepare = preparing(database);
  const pages = rowsOf<{ integrity_check: string }>(prepare("PRAGMA integrity_check(20)"));
  for (const { integrity_check: found } of pages) if (found !== "ok") yield found;
  yield* checkSearch(database, prepare);
  yield* checkSums(prepare);
  yield* checkReferences(prepare);
  yield* checkWordings(prepare, digestOf);
  yield* checkSources(prepare);
}

async function* checkSearch(database: Database.Database, prepare: Prepare): AsyncGenerator<string> {
  let indexed = 0;
  for (const span of readSpans(prepare)) {
    await turnOfOthers();
    const table = tableOf(span);
    try {
      database.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 0)`);
    } catch (error) {
      yield `the full-text table ${table} is damaged: ${(error as Error).message}`;
    }
    const rows = countOf(prepare, `SELECT count(*) AS count FROM ${table}`);
    if (rows !== span.count) yield `${table} holds ${rows} statements, expected ${span.count}`;
    indexed += rows;
  }
  const total = countOf(prepare, "SELECT count(*) AS count FROM statement");
  if (indexed !== total) yield `the index holds ${indexed} statements, expected ${total}`;
}

/** Each sum that the archive keeps, and what it is the sum of. */
const SUMS: [what: string, kept: string, counted: string][] = [
  ["statements", "SELECT total AS count FROM archive", "SELECT count(*) AS count FROM statement"],
  [
    "derived headlines",
    "SELECT headlines_derived AS count FROM archive",
    "SELECT count(*) AS count FROM statement WHERE headline_derived = 1",
  ],
  [
    "later revisions",
    "SELECT later_revisions AS count FROM archive",
    `SELECT count(*) AS count FROM revision r JOIN statement s ON s.number = r.statement WHERE r.n > 1`,
  ],
  ...["day", "month", "year"].map((unit): [string, string, string] => [
    `statements by ${unit}`,
    `SELECT coalesce(sum(count), 0) AS count FROM ${unit}`,
    "SELECT count(*) AS count FROM statement",
  ]),
  ...["place", "agency", "language"].map((kind): [string, string, string] => [
    `statements by ${kind}`,
    `SELECT coalesce(sum(count), 0) AS count FROM name WHERE kind = '${kind}'`,
    `SELECT count(*) AS count FROM statement WHERE ${kind}_name IS NOT NULL`,
  ]),
  [
    "files",
    "SELECT files AS count FROM archive",
    `SELECT count(*) AS count FROM file WHERE folder NOT IN (SELECT number FROM folder WHERE name = '')`,
  ],
];

async function* checkSums(prepare: Prepare): AsyncGenerator<string> {
  for (const [what, kept, counted] of SUMS) {
    await turnOfOthers();
    const expected = countOf(prepare, counted);
    const found = countOf(prepare, kept);
    if (found !== expected) yield `the sum of ${what} is ${found}, expected ${expected}`;
  }
}

/** What must be there wherever it is referred to. */
const REFERENCES: [what: string, missing: string][] = [
  [
    "present wordings that are not their statement's last revision",
    `SELECT count(*) AS count FROM statement s LEFT JOIN revision r ON r.number = s.wording
     WHERE r.statement IS NOT s.number OR EXISTS (SELECT 1 FROM revision later
       WHERE later.statement = s.number AND later.n > r.n)`,
  ],
  [
    "revisions of no statement",
    `SELECT count(*) AS count FROM revision WHERE statement NOT IN (SELECT number FROM statement)
     AND statement NOT IN (SELECT number FROM tombstone WHERE number IS NOT NULL)`,
  ],
  [
    "revisions without the file that brought them",
    `SELECT count(*) AS count FROM revision r LEFT JOIN source o ON o.number = r.source
     LEFT JOIN file f ON f.number = o.file WHERE f.number IS NULL`,
  ],
  [
    "revisions without their run",
    `SELECT count(*) AS count FROM revision r LEFT JOIN run u ON u.number = r.run WHERE u.number IS NULL`,
  ],
  [
    "sources of no revision",
    `SELECT count(*) AS count FROM source o LEFT JOIN revision r ON r.number = o.revision
     WHERE r.number IS NULL`,
  ],
  [
    "statements that have lost their file",
    `SELECT count(*) AS count FROM statement s LEFT JOIN file f ON f.number = s.file WHERE f.number IS NULL`,
  ],
];

async function* checkReferences(prepare: Prepare): AsyncGenerator<string> {
  for (const [what, missing] of REFERENCES) {
    await turnOfOthers();
    const count = countOf(prepare, missing);
    if (count > 0) yield `${what}: ${count}`;
  }
}

interface WordingRow {
  id: string;
  n: number;
  key: number | null;
  digest: Buffer;
  head: number | null;
  superseded: string | null;
  text: string;
}

async function* checkWordings(prepare: Prepare, digestOf: DigestOf): AsyncGenerator<string> {
  const sql = `SELECT coalesce(s.id, t.id) AS id, r.n, s.key, r.digest, r.superseded, r.text,
      CASE WHEN s.wording = r.number THEN s.digest_head END AS head
    FROM revision r LEFT JOIN statement s ON s.number = r.statement
    LEFT JOIN tombstone t ON t.number = r.statement
    WHERE r.number >= 0 AND r.erased IS NULL ORDER BY r.number`;
  for await (const row of everyRow<WordingRow>(prepare, sql)) {
    const { id, n, key, digest, head, superseded, text } = row;
    const date = superseded ? dateIn(superseded) : dateOfKey(key ?? 0);
    if (!digest.equals(digestOf(date, text)))
      yield `${id}@${n} does not have the day and words that its digest says`;
    if (head !== null && head !== digestHead(digest)) yield `${id} is not found by its words`;
  }
}

function dateIn(superseded: string): IsoDate {
  return (JSON.parse(superseded) as { date: IsoDate }).date;
}

/** Bytes may be gone though the words are there only where the publisher once took a statement away. */
async function* checkSources(prepare: Prepare): AsyncGenerator<string> {
  const sql = `SELECT coalesce(s.id, t.id) AS id, r.n, o.sha256, o.before, o.after, o.bytes, r.text,
      EXISTS (SELECT 1 FROM event e WHERE e.statement = r.statement) AS touched
    FROM source o JOIN revision r ON r.number = o.revision
    LEFT JOIN statement s ON s.number = r.statement LEFT JOIN tombstone t ON t.number = r.statement
    WHERE o.number >= 0 AND r.erased IS NULL ORDER BY o.number`;
  type SourceRow = StoredBytes & {
    id: string;
    n: number;
    sha256: Buffer;
    text: string;
    touched: number;
  };
  for await (const row of everyRow<SourceRow>(prepare, sql)) {
    const bytes = checkedBytes(row, row.text, row.sha256);
    if (bytes === "damaged" || (bytes === "erased" && row.touched === 0))
      yield `a file of ${row.id}@${row.n} does not have the bytes that its SHA-256 says`;
  }
}

async function* everyRow<Row>(prepare: Prepare, sql: string): AsyncGenerator<Row> {
  let seen = 0;
  for (const row of prepare(sql).iterate()) {
    yield row as Row;
    if (++seen % AT_ONCE === 0) await turnOfOthers();
  }
}

function countOf(prepare: Prepare, sql: string): number {
  return rowsOf<{ count: number }>(prepare(sql))[0]?.count ?? 0;
}
