import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { writeFiles } from "../support/import-trial.ts";

const COMMANDS = join(import.meta.dirname, "../../scripts");
const A = "date 2023-01-27 The road through the valley is open again.\n";
const B = "date 2023-01-27 The road through the valley is open.\n";
let root: string;
let folder: string;
let database: string;

function run(command: string, ...args: string[]) {
  const env = { ...process.env, DATELINE_DATABASE: database };
  const path = join(COMMANDS, `${command}.js`);
  return spawnSync(process.execPath, [path, ...args], { env, encoding: "utf8" });
}

function reported(command: string, ...args: string[]) {
  const { status, stdout, stderr } = run(command, ...args, "--json");
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

before(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-publishing-"));
  folder = join(root, "folder");
  database = join(root, "archive.db");
});
after(() => rmSync(root, { recursive: true, force: true }));

describe("the publisher's commands", () => {
  test("make no archive where none is", () => {
    const { status, stderr } = run("runs");
    assert.deepEqual([status, existsSync(database)], [1, false]);
    assert.match(stderr, /Expected an archive at .*found none/);
  });

  test("correct, withdraw, restore and undo, each told in one report", () => {
    writeFiles(folder, { "a.txt": A });
    const id = reported("import", folder).entries[0].id;
    writeFileSync(join(root, "b.txt"), B);
    const corrected = reported("correct", `/s/${id}`, join(root, "b.txt"), "--note", "A slip.");
    assert.deepEqual([corrected.id, corrected.revision, corrected.note], [id, 2, "A slip."]);
    const dry = run("withdraw", id, "--reason", "Why.", "--dry-run");
    assert.match(dry.stdout, /Dry run: nothing was changed\.\n$/);
    const kept = reported("withdraw", id, "--reason", "Why.", "--keep-text");
    assert.deepEqual([kept.text, kept.permalink], ["kept", corrected.permalink]);
    assert.equal(reported("reinstate", id).revision, 2);
    assert.equal(reported("withdraw", id, "--reason", "Why.").permalink, `/2023/01/27/${id}`);
    const back = run("reinstate", id, join(root, "b.txt"));
    const permalink = `/2023/01/27/the-road-through-the-valley-is-open-${id}`;
    assert.equal(back.stdout, `Restored ${id}: revision 2 at ${permalink}\n`);
    writeFiles(folder, { "c.txt": A.replace("valley", "pass") });
    const added = reported("import", folder).entries[1].permalink;
    const { runs } = reported("runs");
    const acts = runs.map(({ act }: { act: string }) => act);
    const expected = "import restoration withdrawal restoration withdrawal correction import";
    assert.deepEqual(acts, expected.split(" "));
    const undone = run("undo", String(runs[0].number), "--reason", "Too early.");
    assert.equal(undone.status, 0);
    assert.match(undone.stdout, /^Undid run 7\.\nWithdrawn: 1\n {2}\/2023\/01\/27\/\w+\n/);
    assert.ok(added.startsWith("/2023/01/27/"));
    assert.match(
      run("runs").stdout,
      /^ +8 {2}\S+ {2}undo +1 withdrawn {2}Too early\.\n +7 .*undone by run 8/,
    );
  });

  test("say how they are used", () => {
    for (const command of ["correct", "withdraw", "reinstate", "restore", "undo", "runs"]) {
      const { status, stdout } = run(command, "--help");
      assert.equal(status, 0);
      assert.match(stdout, new RegExp(`^Usage: npm run ${command}`));
    }
  });

  const WRONG: [command: string, args: string[], words: RegExp][] = [
    ["correct", ["0123456789"], /Expected ID FILE, and 1 word came/],
    ["correct", ["0123456789", "x.txt"], /Expected --note/],
    ["withdraw", ["0123456789"], /Expected --reason/],
    ["withdraw", ["nothing!", "--reason", "Why."], /Expected the id or an address/],
    ["withdraw", ["0123456789", "--reason", "two\nlines"], /one line/],
    ["reinstate", [], /Expected ID \[FILE\], and 0 words came/],
    ["undo", ["last", "--reason", "Why."], /Expected the number of a run/],
    ["runs", ["--all"], /--all/],
  ];
  for (const [command, args, words] of WRONG) {
    test(`refuse wrong usage with status 2: ${command} ${JSON.stringify(args)}`, () => {
      const { status, stdout, stderr } = run(command, ...args);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, words);
    });
  }

  test("fail with status 1 where nothing has that id or number", () => {
    assert.equal(run("withdraw", "0123456789", "--reason", "Why.").status, 1);
    assert.equal(run("undo", "99", "--reason", "Why.").status, 1);
  });
});
