import assert from "node:assert/strict";
import { it } from "node:test";
import type Database from "better-sqlite3";
import { EVERYTHING, type NameKind } from "../../../src/statements/statement-filter.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { openDatabase } from "../../../src/store/sqlite/driver.ts";
import { type FilterSql, filterSql } from "../../../src/store/sqlite/filter-sql.ts";
import { listStatements } from "../../../src/store/sqlite/list-statements.ts";
import { readHashes, readIndexOf } from "../../../src/store/sqlite/log/read-log.ts";
import { type Prepare, preparing } from "../../../src/store/sqlite/prepare.ts";
import { readChanges, walkedNumbers } from "../../../src/store/sqlite/read-changes.ts";
import {
  readCounts,
  readNames,
  readNearestDays,
  readSummary,
} from "../../../src/store/sqlite/read-counts.ts";
import { readNeighbours, readStatement } from "../../../src/store/sqlite/read-statement.ts";
import { RunLedger } from "../../../src/store/sqlite/run-ledger.ts";
import { RunSteps } from "../../../src/store/sqlite/run-steps.ts";
import { type SearchQuestion, searcher } from "../../../src/store/sqlite/search/searcher.ts";
import { SqliteImport } from "../../../src/store/sqlite/sqlite-import.ts";
import type { Asked } from "../../../src/store/store.ts";
import {
  add,
  content,
  day,
  digestOf,
  FIRST_RUN,
  fileOf,
  imported,
} from "../contract/made-statements.ts";
import { inFolder } from "./temporary-folder.ts";

const SAID = { date: "2023-01-27", agency: "TASS", place: "Moscow", tags: ["eu"] };
const KINDS: NameKind[] = ["agency", "place", "language"];

/** Asks everything in every way, and returns all SQL that was prepared for it. */
async function everyQuery(database: Database.Database, id: string): Promise<Set<string>> {
  const asked = new Set<string>();
  const prepared = preparing(database);
  const prepare = (sql: string) => {
    asked.add(sql);
    return prepared(sql);
  };
  for (const from of [null, day("2023-01-01")]) {
    for (let names = 0; names < 16; names++) {
      for (const order of ["newest", "oldest"] as const) {
        const filter = {
          from,
          to: from,
          agency: names & 1 ? "TASS" : null,
          place: names & 2 ? "Moscow" : null,
          language: names & 4 ? "en" : null,
          tag: names & 8 ? "eu" : null,
        };
        listStatements(prepare, { query: null, filter, order, after: "2023-01-28.1", limit: 50 });
      }
    }
  }
  for (const unit of ["year", "month", "day"] as const) readCounts(prepare, unit, EVERYTHING);
  for (const kind of KINDS) readNames(prepare, kind);
  readSummary(prepare);
  readNearestDays(prepare, day("2023-01-01"), day("2023-01-02"));
  readNeighbours(prepare, id);
  everyWalk(prepare);
  readStatement(prepare, id, 1);
  readStatement(prepare, "nobody0000", 1);
  readHashes(prepare, 0, 0, 1);
  readHashes(prepare, 1, 0, 1);
  assert.equal(readIndexOf(prepare, id, 1), 0);
  for (const question of everySearch(id)) searcher(prepare)(question);
  await everyChange(prepare, id);
  return asked;
}

function everyWalk(prepare: Prepare): void {
  for (const order of ["newest", "oldest"] as const) {
    for (const kind of ["all", "corrections"] as const) {
      for (const tag of [null, "eu"]) {
        const filter = { ...EVERYTHING, agency: "TASS", from: day("2023-01-01"), tag };
        const instants = { from: FIRST_RUN, until: FIRST_RUN };
        const request = { ...instants, query: null, order, kind, after: null, limit: 50 };
        for (const asked of [filter, EVERYTHING])
          readChanges(prepare, { ...request, filter: asked });
        const sql = filterSql(prepare, filter) as FilterSql;
        walkedNumbers(prepare, { ...request, filter }, sql, { low: 0, high: 9 });
      }
    }
  }
}

function everySearchedChange(asked: Asked): SearchQuestion[] {
  const request = { ...asked, from: FIRST_RUN, until: null, after: null, limit: 50 };
  const found = { ...request, filter: EVERYTHING };
  return [
    { method: "changes", parameters: [{ ...found, order: "newest", kind: "all" }] },
    { method: "changes", parameters: [{ ...request, order: "oldest", kind: "corrections" }] },
  ];
}

function everySearch(id: string): SearchQuestion[] {
  const term = { words: ["said"], exact: false, prefix: false };
  const names = { agency: "TASS", place: "Moscow", language: "en", tag: "eu" };
  const asked = { query: { all: [[term]], none: [] }, filter: { ...EVERYTHING, ...names } };
  const list = { ...asked, order: "relevance", after: null, limit: 5 } as const;
  return [
    { method: "list", parameters: [list] },
    { method: "facets", parameters: [asked] },
    { method: "besideInList", parameters: [id, list] },
    ...everySearchedChange(asked),
    { method: "nearSpellings", parameters: ["zaid"] },
  ];
}

async function everyChange(prepare: (sql: string) => Database.Statement, id: string) {
  const ledger = new RunLedger(prepare, { at: FIRST_RUN, sample: false });
  const steps = new RunSteps(prepare, ledger, "archive.db");
  const run = new SqliteImport(prepare, ledger, steps);
  const revised = content({ date: "2023-01-30", text: "Revised." });
  await run.knownFiles("/letters", null);
  await run.holders(id);
  await run.statementWith(digestOf(revised));
  await run.statement(id);
  await run.revise(id, revised, digestOf(revised), fileOf("1.txt", revised));
  const other = await add(run, { ...SAID, text: "Other." }, "2.txt");
  await run.noteFile(other, fileOf("1.txt", revised));
  await run.noteMissing("/letters", "1.txt");
  await steps.finish();
}

it("every query walks an index: none scans a table or sorts", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    const store = await openStore(path, { readOnly: false });
    const [id] = (await imported(store, [SAID])) as [string];
    await store.close();
    const database = openDatabase(path);
    const queries = await everyQuery(database, id);
    assert.ok(queries.size > 40, `${queries.size} queries were seen`);
    for (const sql of queries) {
      if (/^(CREATE|DROP) /.test(sql)) continue;
      const parameters = Array((sql.match(/\?/g) ?? []).length).fill(1);
      const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
      for (const { detail } of plan as { detail: string }[]) {
        assert.doesNotMatch(
          detail,
          /^SCAN (?!CONSTANT ROW|listed VIRTUAL TABLE INDEX 1:$|search_\w+ VIRTUAL TABLE INDEX (?!0:$))|TEMP B-TREE|AUTOMATIC/,
          `${sql}\n${detail}`,
        );
      }
    }
    database.close();
  }));
