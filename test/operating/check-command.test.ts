import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { importFolder } from "./support/running.ts";

const COMMAND = join(import.meta.dirname, "../../scripts/check.js");

describe("npm run check", () => {
  const root = mkdtempSync(join(tmpdir(), "dateline-check-test-"));
  const folder = join(root, "folder");
  const database = join(root, "archive.db");
  before(() => {
    mkdirSync(folder);
    for (let day = 10; day < 30; day++) {
      writeFileSync(
        join(folder, `${day}.txt`),
        `date 2023-01-${day} The road is open on day ${day}.`,
      );
    }
    importFolder(database, folder);
    writeFileSync(join(folder, "bad.txt"), "no header");
  });
  after(() => rmSync(root, { recursive: true }));

  function check(args: string[], settings: Record<string, string> = {}) {
    const env = { PATH: process.env.PATH, PORT: "0", DATELINE_DATABASE: database, ...settings };
    return spawnSync(process.execPath, [COMMAND, ...args], { env, encoding: "utf8" });
  }

  function levels(run: ReturnType<typeof check>): Record<string, string> {
    const { findings } = JSON.parse(run.stdout) as {
      findings: { subject: string; level: string }[];
    };
    return Object.fromEntries(findings.map(({ subject, level }) => [subject, level]));
  }

  test("finds a sound site sound, and says so of each thing", () => {
    const run = check(["--json"], { DATELINE_SITE_URL: "https://statements.example.org" });
    assert.equal(run.status, 0, run.stderr);
    const { disk, ...rest } = levels(run);
    assert.ok(disk);
    for (const [subject, level] of Object.entries(rest)) assert.equal(level, "fine", subject);
    for (const subject of ["port", "site address", "archive", "integrity", "permission"]) {
      assert.ok(subject in rest, subject);
    }
    assert.match(check([]).stdout, /^fine {5}archive: 20 statements/m);
  });

  test("names files that would be refused, with status 3, and needs no archive", () => {
    const run = check([folder], { DATELINE_DATABASE: join(root, "none.db") });
    assert.equal(run.status, 3);
    assert.match(run.stdout, /bad\.txt: .*no header/);
    assert.equal(statSync(join(root, "none.db"), { throwIfNoEntry: false }), undefined);
  });

  test("warns where there is no archive yet", () => {
    const run = check(["--json"], { DATELINE_DATABASE: join(root, "none.db") });
    assert.deepEqual([run.status, levels(run).archive], [0, "warning"]);
  });

  test("finds a damaged archive and a foreign file at fault", () => {
    const letter = join(root, "letter.db");
    writeFileSync(letter, "Dear all, this is no archive.");
    const foreign = check(["--json"], { DATELINE_DATABASE: letter });
    assert.deepEqual([foreign.status, levels(foreign).archive], [1, "fault"]);

    const damaged = join(root, "damaged.db");
    importFolder(damaged, join(folder, "10.txt"));
    const file = openSync(damaged, "r+");
    const { size } = statSync(damaged);
    for (let at = 8192; at < size; at += 4096) writeSync(file, Buffer.alloc(512, 0xee), 0, 512, at);
    assert.equal(check([], { DATELINE_DATABASE: damaged }).status, 1);
  });

  test("refuses a wrong setting, option or folder with status 2", () => {
    assert.equal(check([], { PORT: "http" }).status, 2);
    assert.equal(check(["--frobnicate"]).status, 2);
    assert.equal(check(["/no/such/folder"]).status, 2);
    assert.equal(check([], { DATELINE_LOG_KEY: join(root, "no.key") }).status, 1);
  });
});
