import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import type Database from "better-sqlite3";
import { openDatabase } from "../../src/store/sqlite/driver.ts";

/** A digest of every row of every table, and of the schema; `null` where there is no archive yet. */
export function contentsOf(path: string): string | null {
  return reading(path, (database) => {
    const hash = createHash("sha256");
    hash.update(`schema ${database.pragma("user_version", { simple: true })}\n`);
    for (const table of tablesOf(database)) {
      hash.update(`table ${table}\n`);
      for (const line of rowsOf(database, `SELECT * FROM "${table}"`)) hash.update(line);
    }
    return hash.digest("hex");
  });
}

/** Every wording and every file's bytes, a line each, in any schema; `null` where there is no archive yet. */
export function wordsOf(path: string): string[] | null {
  return reading(path, (database) => {
    if (!tablesOf(database).includes("source")) return [];
    return [
      ...rowsOf(database, "SELECT number, statement, n, markdown, digest, text FROM revision"),
      ...rowsOf(database, "SELECT number, revision, sha256, before, after, bytes FROM source"),
    ];
  });
}

function reading<Read>(path: string, read: (database: Database.Database) => Read): Read | null {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return null;
  const database = openDatabase(path);
  try {
    return read(database);
  } finally {
    database.close();
  }
}

/** Without virtual tables, whose rows are in the tables behind them. */
function tablesOf(database: Database.Database): string[] {
  const sql = `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
    AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`;
  return database.prepare(sql).pluck().all() as string[];
}

function rowsOf(database: Database.Database, sql: string): string[] {
  const rows = database.prepare(sql).raw().safeIntegers().all() as unknown[][];
  return rows.map((row) => `${row.map(cell).join("\t")}\n`);
}

function cell(value: unknown): string {
  return Buffer.isBuffer(value) ? `x${value.toString("hex")}` : JSON.stringify(String(value));
}
