import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { openDatabase } from "../../src/store/sqlite/driver.ts";
import { openTestArchive } from "../support/archive.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";

const BUILT = path.join(import.meta.dirname, "../..");

test("every command refuses an archive of a later release in plain words, and touches nothing", async () => {
  const archive = await openTestArchive(EXAMPLE_FILES);
  await archive.store.close();
  const database = openDatabase(archive.path);
  database.pragma("user_version = 4711");
  database.close();
  const folder = path.dirname(archive.path);
  const bytes = readFileSync(archive.path);
  const commands = [
    ["src/main.js"],
    ["scripts/import.js", archive.folder],
    ["scripts/import.js", archive.folder, "--dry-run"],
    ["scripts/withdraw.js", "aaaaaaaaaa", "--reason", "None."],
    ["scripts/undo.js", "1", "--reason", "None."],
  ];
  for (const [script, ...args] of commands as [string, ...string[]][]) {
    const run = spawnSync(process.execPath, [path.join(BUILT, script), ...args], {
      encoding: "utf8",
      env: { PATH: process.env.PATH, PORT: "0", DATELINE_DATABASE: archive.path },
    });
    assert.equal(run.status, 1, `${script}: ${run.stderr}`);
    assert.match(
      run.stderr,
      /found one of a later release \(schema 4711; this release knows \d+\)/,
    );
    assert.doesNotMatch(run.stderr, /\.js:/);
    assert.ok(readFileSync(archive.path).equals(bytes), script);
    // To look at it, SQLite may make these two beside it; nothing is in the log.
    const beside = readdirSync(folder).filter((name) => !/-(shm|wal)$/.test(name));
    assert.deepEqual(beside, ["archive.db", "statements"], script);
    const log = statSync(`${archive.path}-wal`, { throwIfNoEntry: false });
    assert.equal(log?.size ?? 0, 0, script);
  }
  await archive.close();
});
