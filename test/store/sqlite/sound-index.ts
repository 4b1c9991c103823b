import assert from "node:assert/strict";
import { openDatabase } from "../../../src/store/sqlite/driver.ts";

/** Expects that every statement is in the search index once, and that FTS5 finds each of its tables sound. */
export function expectSoundIndex(path: string): void {
  const database = openDatabase(path);
  const spans = database.prepare("SELECT number, count FROM search_span").all();
  let indexed = 0;
  for (const { number, count } of spans as { number: number; count: number }[]) {
    const table = `search_${number}`;
    database.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 0)`);
    const rows = database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    assert.equal(rows, count);
    indexed += count;
  }
  assert.equal(indexed, database.prepare("SELECT count(*) FROM statement").pluck().get());
  database.close();
}
