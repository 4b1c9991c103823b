import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { freePorts, importFolder, runSite } from "./support/running.ts";

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
    for (const subject of [
      "port",
      "site address",
      "downloads",
      "archive",
      "integrity",
      "permission",
    ]) {
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

  test("reads files as an import does, with the date from their names where that is asked for", () => {
    const named = join(root, "named");
    mkdirSync(named);
    writeFileSync(join(named, "20230127.txt"), "The road is open.");
    const bare = check([named], { DATELINE_DATABASE: join(root, "none.db") });
    assert.deepEqual([bare.status, bare.stderr], [3, ""]);
    const args = [named, "--date-from-name", "--json"];
    const asked = check(args, { DATELINE_DATABASE: join(root, "none.db") });
    const env = { PATH: process.env.PATH, DATELINE_DATABASE: join(root, "none.db") };
    const command = [join(COMMAND, "../import.js"), ...args, "--dry-run"];
    const imported = spawnSync(process.execPath, command, { env, encoding: "utf8" });
    assert.deepEqual([asked.status, imported.status], [0, 0]);
    assert.equal(asked.stdout, imported.stdout);
    const { added, entries } = JSON.parse(asked.stdout);
    assert.deepEqual([added, entries[0].date], [1, "2023-01-27"]);
    const alone = check(["--date-from-name"]);
    assert.deepEqual([alone.status, alone.stdout], [2, ""]);
    assert.match(alone.stderr, /^Expected a FOLDER with --date-from-name/);
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
    const same = check([], { PORT: "4711", DATELINE_METRICS_PORT: "4711" });
    assert.equal(same.status, 2);
    assert.match(same.stdout, /DATELINE_METRICS_PORT: expected another port than PORT/);
    const swapped = check(["--json"], { PORT: "0", DATELINE_METRICS_PORT: "3000" });
    assert.ok(swapped.status !== 2, swapped.stdout);
    assert.equal(check(["--frobnicate"]).status, 2);
    assert.equal(check(["/no/such/folder"]).status, 2);
    assert.equal(check([], { DATELINE_LOG_KEY: join(root, "no.key") }).status, 1);
  });

  test("names every wrong setting at once, and those that nobody reads", () => {
    const run = check([], { PORT: "http", DATELINE_LANGUAGE: "!", DATELINE_TITEL: "Statements" });
    assert.equal(run.status, 2);
    assert.match(run.stdout, /^fault {4}setting: PORT: expected .* "http"/m);
    assert.match(run.stdout, /^fault {4}setting: DATELINE_LANGUAGE: expected /m);
    assert.match(run.stdout, /^warning {2}setting: DATELINE_TITEL is none of Dateline's/m);
  });

  test("tells a port that the site has from one that another program has", async () => {
    const [one = 0, two = 0] = await freePorts(2);
    const ports = { PORT: String(one), DATELINE_METRICS_PORT: String(two) };
    const site = await runSite(database, one, ports);
    const running = check(["--json"], ports);
    await site.stop();
    const found = levels(running);
    assert.deepEqual([found.port, found["metrics port"]], ["fine", "fine"], running.stdout);

    const other = createServer((socket) => socket.end("220 ready\r\n")).listen(one, "127.0.0.1");
    await once(other, "listening");
    const taken = check(["--json"], ports);
    other.close();
    assert.deepEqual([taken.status, levels(taken).port], [1, "fault"]);
  });

  test("warns where the files of downloads cannot be made", () => {
    const settings = { DATELINE_DOWNLOADS: join(folder, "10.txt/downloads") };
    const run = check(["--json"], settings);
    assert.deepEqual([run.status, levels(run).downloads], [0, "warning"]);
  });

  test("looks at a bag as a bag", () => {
    const bag = join(root, "bag");
    mkdirSync(join(bag, "data"), { recursive: true });
    writeFileSync(
      join(bag, "bagit.txt"),
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    );
    writeFileSync(join(bag, "manifest-sha256.txt"), `${"0".repeat(64)}  data/lost.txt\n`);
    const run = check([bag]);
    assert.equal(run.status, 1);
    assert.match(run.stderr, /^The bag .* is damaged.*: tagmanifest-sha256\.txt: it is missing/);
  });
});
