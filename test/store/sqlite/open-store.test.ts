import assert from "node:assert/strict";
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { it } from "node:test";
import { DatelineError, type ErrorCode } from "../../../src/errors.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { openDatabase } from "../../../src/store/sqlite/driver.ts";
import { imported } from "../contract/made-statements.ts";
import { inFolder } from "./temporary-folder.ts";

const refusal = (code: ErrorCode, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof DatelineError, String(error));
  assert.equal(error.code, code);
  assert.match(error.message, words);
  return true;
};

async function archiveAt(path: string): Promise<void> {
  const store = await openStore(path, { readOnly: false });
  await imported(store, [{ date: "2023-01-27" }]);
  await store.close();
}

function databaseAt(path: string, sql: string): void {
  const database = openDatabase(path);
  database.exec(sql);
  database.close();
}

const FOREIGN: [name: string, make: (path: string) => void | Promise<void>, words: RegExp][] = [
  [
    "a text",
    (path) => writeFileSync(path, "date 2023-01-27 words"),
    /begins with "date 2023-01-27/,
  ],
  ["a folder", (path) => void mkdirSync(path), /no regular file/],
  [
    "another program's database",
    (path) => databaseAt(path, "CREATE TABLE t (a)"),
    /another program/,
  ],
  [
    "an archive of a later release",
    async (path) => {
      await archiveAt(path);
      databaseAt(path, "PRAGMA user_version = 4711");
    },
    /later release \(schema 4711/,
  ],
  [
    "an archive that was cut off",
    async (path) => {
      await archiveAt(path);
      truncateSync(path, 50_000);
    },
    /damaged/,
  ],
];

for (const [name, make, words] of FOREIGN) {
  it(`${name} is refused as foreign and left as it is`, () =>
    inFolder(async (folder) => {
      const path = `${folder}/found.db`;
      await make(path);
      const bytes = name === "a folder" ? null : readFileSync(path);
      for (const readOnly of [true, false]) {
        await assert.rejects(openStore(path, { readOnly }), refusal("foreign", words));
      }
      if (bytes) assert.deepEqual(readFileSync(path), bytes);
    }));
}

for (const [name, make] of [
  ["where nothing is", () => {}],
  ["of an empty file", (path: string) => writeFileSync(path, "")],
] as [string, (path: string) => void][]) {
  it(`a reader ${name} is told that there is no archive; a writer makes one`, () =>
    inFolder(async (folder) => {
      const path = `${folder}/archive.db`;
      make(path);
      await assert.rejects(
        openStore(path, { readOnly: true }),
        refusal("unavailable", /found none/),
      );
      await archiveAt(path);
      const store = await openStore(path, { readOnly: true });
      assert.equal((await store.summary()).total, 1);
      await store.close();
    }));
}

it("a folder that cannot be made is named", () =>
  inFolder(async (folder) => {
    writeFileSync(`${folder}/file`, "");
    const opening = openStore(`${folder}/file/archive.db`, { readOnly: false });
    await assert.rejects(opening, refusal("unavailable", /file\/archive\.db cannot be opened/));
  }));

it("two openings of a new archive at once make one archive", () =>
  inFolder(async (folder) => {
    const opening = () => openStore(`${folder}/archive.db`, { readOnly: false });
    const stores = await Promise.all([opening(), opening(), opening()]);
    for (const store of stores) await store.close();
  }));

it("opening an archive and importing nothing leaves its bytes as they were", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    await archiveAt(path);
    const bytes = readFileSync(path);
    const store = await openStore(path, { readOnly: false });
    await store.importRun({ at: "2030-01-01T00:00:00Z", dryRun: false, sample: false }, (run) =>
      run.knownFiles("/letters", null),
    );
    await store.close();
    assert.ok(readFileSync(path).equals(bytes));
  }));
