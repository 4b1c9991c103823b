import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { entryBytes } from "../../../src/log/log-entry.ts";
import { leafHash, rootOf } from "../../../src/log/tree-hash.ts";
import type { Statement } from "../../../src/statements/statement.ts";
import { EVERYTHING } from "../../../src/statements/statement-filter.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { openDatabase } from "../../../src/store/sqlite/driver.ts";
import { migrate, readMigrations } from "../../../src/store/sqlite/migrations.ts";
import type { Store } from "../../../src/store/store.ts";
import { add, EVERY_DAY, headlines, importing, listed } from "../contract/made-statements.ts";
import { inFolder } from "./temporary-folder.ts";

// dist/test/store/sqlite → test/store/sqlite: SQL is not compiled.
const FOLDER = new URL("../../../../test/store/sqlite/", import.meta.url);

const migrations = readMigrations();

/** An archive as a release with that schema left it, with content in it. */
function archiveOfSchema(path: string, schema: number): void {
  const database = openDatabase(path);
  database.pragma("page_size = 16384");
  database.pragma("journal_mode = WAL");
  migrate(database, migrations.slice(0, schema));
  const name = `schema-${String(schema).padStart(4, "0")}.sql`;
  database.exec(readFileSync(new URL(name, FOLDER), "utf8"));
  database.close();
}

/** What each of those contents comes to in the present release. */
async function expectContent(store: Store): Promise<void> {
  const statement = (await store.statement("aaaaaaaaaa")) as Statement;
  assert.equal(statement.date, "2023-01-27");
  assert.equal(statement.text, "New words. And more.");
  assert.equal(statement.excerpt, "And more.");
  assert.deepEqual(statement.tags, ["tag"]);
  assert.deepEqual(statement.source, {
    file: "1.txt",
    sha256: "03",
    importedAt: "2024-05-02T10:00:00Z",
  });
  const earlier = (await store.statement("aaaaaaaaaa", 1)) as Statement;
  assert.deepEqual([earlier.date, earlier.headline], ["2023-01-26", "Old."]);
  assert.deepEqual(earlier.otherFiles, ["2.txt"]);
  assert.ok((await store.statement("bbbbbbbbbb")) !== null);
  assert.equal((await listed(store, { place: "BAKU" })).total, 1);
  assert.deepEqual(await store.counts("month", EVERY_DAY), [{ period: "2023-01", count: 1 }]);
  assert.equal((await listed(store, { tag: "TAG" })).total, 1);
  const words = [[{ words: ["word"], exact: false, prefix: false }]];
  assert.equal(await store.total({ query: { all: words, none: [] }, filter: EVERYTHING }), 1);
  await expectChanges(store);
  await expectLog(store);
  const { total, missingFiles, generation } = await store.summary();
  assert.deepEqual([total, missingFiles, generation], [1, 1, 2]);
}

/** What happened before the archive kept changes is found in it as well. */
async function expectChanges(store: Store): Promise<void> {
  const all = {
    from: null,
    until: null,
    query: null,
    filter: EVERYTHING,
    kind: "all",
    order: "oldest",
  } as const;
  const { changes } = await store.changes({ ...all, after: null, limit: 5 });
  assert.deepEqual(
    changes.map(({ at, kind, statement, tombstone }) => [at, kind, (statement ?? tombstone)?.id]),
    [
      ["2024-05-01T10:00:00Z", "withdrawn", "bbbbbbbbbb"],
      ["2024-05-02T10:00:00Z", "revised", "aaaaaaaaaa"],
    ],
  );
  const since = { ...all, from: "2024-05-02T10:00:00Z", after: null, limit: 5 };
  assert.equal((await store.changes(since)).changes.length, 1);
}

/** What was done before the archive kept a log is in it, run by run. */
async function expectLog(store: Store): Promise<void> {
  const entries = await store.logEntries(0, 5);
  assert.deepEqual(
    entries.map(({ statement, revision, change, date, source, time }) =>
      [statement, revision, change, date, source, time].join(" "),
    ),
    [
      "aaaaaaaaaa 1 added 2023-01-26 01 2024-05-01T10:00:00Z",
      "aaaaaaaaaa 2 revised 2023-01-27 03 2024-05-02T10:00:00Z",
    ],
  );
  const { size, root } = await store.logHead();
  assert.equal(size, 2);
  assert.ok(root.equals(rootOf(entries.map((entry) => leafHash(entryBytes(entry))))));
}

for (const { number } of migrations) {
  it(`an archive of schema ${number} is upgraded with all it holds, and goes on`, () =>
    inFolder(async (folder) => {
      const path = `${folder}/archive.db`;
      archiveOfSchema(path, number);
      const store = await openStore(path, { readOnly: false });
      await expectContent(store);
      await importing(store, (run) => add(run, { date: "2023-01-27", headline: "next" }, "3.txt"));
      assert.deepEqual(await headlines(store), ["next", "New words."]);
      await store.close();
    }));
}

it("a step that fails leaves the schema before it", () =>
  inFolder(async (folder) => {
    const database = openDatabase(`${folder}/archive.db`);
    const broken = { number: 2, sql: "CREATE TABLE half (a); nonsense" };
    assert.throws(() => migrate(database, [...migrations.slice(0, 1), broken]), /nonsense/);
    assert.equal(database.pragma("user_version", { simple: true }), 1);
    const half = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'half'").get();
    assert.equal(half, undefined);
    database.close();
  }));
