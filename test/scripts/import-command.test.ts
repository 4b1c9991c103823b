import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { openStore } from "../../src/store/open-store.ts";
import { openDatabase } from "../../src/store/sqlite/driver.ts";
import { migrate, readMigrations } from "../../src/store/sqlite/migrations.ts";
import { type Files, writeFiles } from "../support/import-trial.ts";

const COMMAND = join(import.meta.dirname, "../../scripts/import.js");
const A = "date 2023-01-27 The road through the valley is open again.\n";
let root: string;
let folder: string;
let database: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-command-"));
  folder = join(root, "folder");
  database = join(root, "archive.db");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function run(...args: string[]) {
  const env = { ...process.env, DATELINE_DATABASE: database };
  return spawnSync(process.execPath, [COMMAND, ...args], { env, encoding: "utf8" });
}

function fill(files: Files): void {
  writeFiles(folder, files);
}

function twoOfOneName(): string[] {
  writeFiles(join(root, "other"), { "a.txt": A });
  return [folder, join(root, "other"), "--source", "x", "--source", "x"];
}

describe("npm run import", () => {
  test("prints a table and leaves the error output quiet where it is no terminal", () => {
    fill({ "a.txt": A });
    const { status, stdout, stderr } = run(folder);
    assert.deepEqual([status, stderr], [0, ""]);
    assert.match(stdout, /^added +1 /);
    assert.match(stdout, /^files +1 /m);
  });

  test("takes one file, and says of what is neither file nor folder that it is not", () => {
    fill({ "a.txt": A, "b.txt": A.replace("27", "28") });
    const { status, stdout } = run(join(folder, "a.txt"), "--json");
    assert.deepEqual([status, JSON.parse(stdout).files, JSON.parse(stdout).added], [0, 1, 1]);
    for (const path of [join(folder, "a.txt", "c"), join(folder, "x".repeat(300)), "/dev/null"]) {
      const refused = run(path);
      assert.equal(refused.status, 2);
      assert.match(refused.stderr, /^Expected a folder or a file, but /);
    }
  });

  test("prints JSON that can be read, and nothing else", () => {
    fill({ "a.txt": A, "b.txt": "no header" });
    const { status, stdout } = run(folder, "--json");
    const report = JSON.parse(stdout);
    assert.deepEqual([status, report.files, report.added, report.refused], [3, 2, 1, 1]);
    assert.deepEqual(report.entries[0].date, "2023-01-27");
  });

  test("imports nothing where npm kept --dry-run to itself, and says where the -- belongs", () => {
    fill({ "a.txt": A });
    const kept = { npm_lifecycle_event: "import", npm_config_dry_run: "true" };
    const env = { ...process.env, DATELINE_DATABASE: database, ...kept };
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, folder], {
      env,
      encoding: "utf8",
    });
    assert.deepEqual([status, existsSync(database)], [2, false]);
    assert.match(stderr, /^npm kept --dry-run to itself\. .*npm run import -- … --dry-run/);
  });

  test("makes no archive in a dry run", () => {
    fill({ "a.txt": A });
    const { status, stdout } = run("--dry-run", "--json", folder);
    assert.deepEqual([status, JSON.parse(stdout).added, existsSync(database)], [0, 1, false]);
  });

  test("leaves the archive of an earlier release as it is in a dry run", () => {
    fill({ "a.txt": A });
    const earlier = openDatabase(database);
    migrate(earlier, readMigrations().slice(0, 1));
    earlier.close();
    const before = readFileSync(database);
    const { status, stderr } = run("--dry-run", folder);
    assert.equal(status, 1);
    assert.match(stderr, /must first be opened for writing to be upgraded: its schema is 1/);
    assert.ok(readFileSync(database).equals(before));
  });

  test("says how it is used", () => {
    const { status, stdout } = run("--help");
    assert.equal(status, 0);
    assert.match(stdout, /--date-from-name/);
  });

  const WRONG: [what: string, args: () => string[], message: RegExp][] = [
    ["no folder", () => [], /FOLDER/],
    ["an option that is not known", () => [folder, "--recursive"], /--recursive/],
    ["a folder that is not there", () => [folder, join(root, "nowhere")], /nowhere.*not there/],
    ["fewer names than folders", () => [folder, root, "--source", "x"], /--source/],
    ["one name for two folders", () => twoOfOneName(), /both.*“x”/],
  ];
  for (const [what, args, message] of WRONG) {
    test(`${what} is wrong usage, and writes nothing`, () => {
      fill({ "a.txt": A });
      const { status, stdout, stderr } = run(...args());
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, message);
      assert.equal(existsSync(database), false);
    });
  }

  test("fails with 1 where the archive is none", () => {
    writeFiles(root, {
      "archive.db": "This is a letter, and no archive at all.",
      "folder/a.txt": A,
    });
    const { status, stdout, stderr } = run(folder);
    assert.deepEqual([status, stdout], [1, ""]);
    assert.match(stderr, /archive\.db/);
  });

  test("writes names so that they cannot move the terminal", () => {
    fill({ "a\u001b[2J\u202e.txt": "no header" });
    const { stdout } = run(folder);
    assert.ok(stdout.includes("a\\u{1b}[2J\\u{202e}.txt"));
    assert.doesNotMatch(stdout, /\p{Cf}|(?!\n)\p{Cc}/u);
  });

  test("knows a folder by its given name wherever it lies", () => {
    fill({ "a.txt": A });
    writeFiles(join(root, "moved"), { "a.txt": A.replace("again", "at last") });
    run(folder, "--source", "ministry");
    const { stdout } = run(join(root, "moved"), "--source", "ministry", "--json");
    assert.equal(JSON.parse(stdout).revised, 1);
  });

  test("two at once wait for each other, and both are whole", async () => {
    fill({ "a.txt": A });
    writeFiles(join(root, "other"), { "b.txt": "date 2023-02-22 The bridge stays closed.\n" });
    const env = { ...process.env, DATELINE_DATABASE: database };
    const statuses = await Promise.all(
      [folder, join(root, "other")].map(
        (path) =>
          new Promise((resolve) =>
            spawn(process.execPath, [COMMAND, path], { env, stdio: "ignore" }).on("exit", resolve),
          ),
      ),
    );
    assert.deepEqual(statuses, [0, 0]);
    const store = await openStore(database, { readOnly: true });
    assert.equal((await store.summary()).total, 2);
    await store.close();
  });
});
