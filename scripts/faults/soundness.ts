import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import type Database from "better-sqlite3";
import { contentDigest } from "../../src/import/content-digest.ts";
import { openDatabase } from "../../src/store/sqlite/driver.ts";
import { dateOfKey } from "../../src/store/sqlite/statement-key.ts";
import { readBytes, type StoredBytes } from "../../src/store/sqlite/stored-bytes.ts";

/** What is wrong with the archive's file, a line each: the pages, the full-text tables, every digest, every count. */
export function unsoundness(path: string): string[] {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0) return [];
  try {
    const database = openDatabase(path);
    try {
      return [...faultsIn(database)];
    } finally {
      database.close();
    }
  } catch (error) {
    return [`it cannot be read: ${(error as Error).message}`];
  }
}

function* faultsIn(database: Database.Database): Generator<string> {
  const report = database.pragma("integrity_check", { simple: true });
  if (report !== "ok") yield `integrity_check: ${report}`;
  const tables = database.prepare("SELECT name FROM sqlite_schema").pluck().all();
  if (tables.includes("search_span")) yield* searchFaults(database);
  if (!tables.includes("source")) return;
  yield* digestFaults(database);
  yield* countFaults(database);
}

function* searchFaults(database: Database.Database): Generator<string> {
  const spans = database.prepare("SELECT number, count FROM search_span").all();
  for (const { number, count } of spans as { number: number; count: number }[]) {
    const table = `search_${number}`;
    try {
      database.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 0)`);
    } catch (error) {
      yield `${table}: ${(error as Error).message}`;
    }
    const rows = database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    if (rows !== count) yield `${table}: expected ${count} rows, found ${rows}`;
  }
}

type SourceRow = StoredBytes & {
  number: number;
  sha256: Buffer;
  text: string;
  gone: number;
  restored: number;
};

interface RevisionRow {
  number: number;
  digest: Buffer;
  text: string;
  superseded: string | null;
  key: number | null;
}

/** Schemas before the third have no column for erased words. */
function* digestFaults(database: Database.Database): Generator<string> {
  const columns = database.prepare("SELECT name FROM pragma_table_info('revision')").pluck().all();
  const erased = columns.includes("erased") ? "r.erased IS NOT NULL" : "0";
  const restored = columns.includes("erased")
    ? "EXISTS (SELECT 1 FROM event e WHERE e.statement = r.statement AND e.kind = 'restored')"
    : "0";
  const sources = database.prepare(`SELECT o.number, o.sha256, o.before, o.after, o.bytes, r.text,
    ${erased} AS gone, ${restored} AS restored FROM source o JOIN revision r ON r.number = o.revision`);
  for (const row of sources.iterate() as Iterable<SourceRow>) {
    if (row.gone === 1 || isEmptied(row)) continue;
    const found = createHash("sha256").update(readBytes(row, row.text)).digest();
    if (!found.equals(row.sha256)) yield `source ${row.number}: its bytes have another SHA-256`;
  }
  const revisions = database.prepare(`SELECT r.number, r.digest, r.text, r.superseded, s.key
    FROM revision r LEFT JOIN statement s ON s.wording = r.number WHERE NOT (${erased})`);
  for (const row of revisions.iterate() as Iterable<RevisionRow>) {
    const date = row.superseded ? JSON.parse(row.superseded).date : dateOfKey(row.key ?? 0);
    if (!row.digest.equals(contentDigest(date, row.text)))
      yield `revision ${row.number}: its words have another digest`;
  }
}

/** Of a statement that was erased and given back: the bytes of its earlier files stay gone, and their digests stay. */
function isEmptied({ before, after, restored }: SourceRow): boolean {
  return restored === 1 && before?.length === 0 && after?.length === 0;
}

/** Each expression is the number of statements. */
const TOTALS = [
  "SELECT total FROM archive",
  "SELECT coalesce(sum(count), 0) FROM day",
  "SELECT coalesce(sum(count), 0) FROM month",
  "SELECT coalesce(sum(count), 0) FROM year",
  "SELECT coalesce(sum(count), 0) FROM name WHERE kind = 'language'",
];

function* countFaults(database: Database.Database): Generator<string> {
  const total = database.prepare("SELECT count(*) FROM statement").pluck().get();
  for (const sql of TOTALS) {
    const found = database.prepare(sql).pluck().get();
    if (found !== total) yield `${sql}: expected ${total}, found ${found}`;
  }
}
