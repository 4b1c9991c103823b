import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { openDatabase } from "../../src/store/sqlite/driver.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";
import { startSite } from "../support/site.ts";
import { beside, ended, manyFiles, reported, run, soundTotal, started } from "./support.ts";

const COUNT = 400;

describe("a backup", () => {
  let archive: TestArchive;
  let folder: string;

  before(async () => {
    archive = await openTestArchive(manyFiles(COUNT, "harbour"));
    folder = dirname(archive.path);
  });
  after(() => archive.close());

  it("is one file, of a whole state, made while the site serves and an import runs", async () => {
    const site = await startSite(archive.path);
    const file = join(folder, "live.db");
    const backup = started(archive.path, "backup", file);
    for (let n = 0; backup.exitCode === null && n < 20; n++) {
      await archive.import({ [`more/${n}.txt`]: `date 2023-02-01 The bridge ${n} is open.\n` });
      assert.equal((await site.get("/statements")).status, 200);
    }
    assert.equal(await ended(backup), 0);
    await site.close();
    const total = await soundTotal(file);
    assert.ok(total >= COUNT && total <= (await archive.store.summary()).total, String(total));
    assert.deepEqual(beside(archive), ["live.db"]);
  });

  it("is told with its sum, its size and what it holds", () => {
    const file = join(folder, "told.db");
    const report = reported(archive.path, "backup", file);
    const bytes = readFileSync(file);
    assert.equal(report.sha256, createHash("sha256").update(bytes).digest("hex"));
    assert.equal(report.bytes, bytes.length);
    assert.ok(report.statements >= COUNT);
    assert.equal(statSync(file).mode, statSync(archive.path).mode);
  });

  it("never takes the place of a file unless it is told to", () => {
    const file = join(folder, "mine.txt");
    writeFileSync(file, "mine");
    const { status, stderr } = run(archive.path, "backup", [file]);
    assert.deepEqual([status, readFileSync(file, "utf8")], [2, "mine"]);
    assert.match(stderr, /mine\.txt is there; --overwrite replaces it/);
    reported(archive.path, "backup", file, "--overwrite");
    assert.notEqual(readFileSync(file, "latin1").slice(0, 4), "mine");
  });

  it("never takes the archive's own place, under whatever name", () => {
    const name = join(folder, "../", folder.split("/").at(-1) as string, "archive.db");
    const { status, stderr } = run(archive.path, "backup", [name, "--overwrite"]);
    assert.equal(status, 2);
    assert.match(stderr, /is the archive itself/);
  });

  it("needs a folder that is there, and an archive", () => {
    const nowhere = run(archive.path, "backup", [join(folder, "nowhere/b.db")]);
    assert.deepEqual([nowhere.status, /found none/.test(nowhere.stderr)], [2, true]);
    const none = join(folder, "none.db");
    const empty = run(none, "backup", [join(folder, "b.db")]);
    assert.deepEqual([empty.status, existsSync(none)], [1, false]);
    assert.match(empty.stderr, /Expected an archive at .*none\.db, found none/);
  });

  it("is not made of an archive that is damaged, which is said", async () => {
    const damaged = await openTestArchive(EXAMPLE_FILES);
    const database = openDatabase(damaged.path);
    database.exec("UPDATE revision SET text = text || '.' WHERE number = 2");
    database.close();
    const file = join(dirname(damaged.path), "b.db");
    const { status, stderr } = run(damaged.path, "backup", [file]);
    assert.deepEqual([status, existsSync(file), beside(damaged)], [1, false, []]);
    assert.match(
      stderr,
      /a damaged archive: altered: \w+@1: the bytes of \S+ do not have their SHA-256/,
    );
    await damaged.close();
  });

  it("that is killed at any moment has its name only when it is whole, and the next one tidies up", async () => {
    const began = performance.now();
    reported(archive.path, "backup", join(folder, "timed.db"));
    const whole = performance.now() - began;
    const kills = 10;
    for (let kill = 1; kill <= kills; kill++) {
      const file = join(folder, "killed.db");
      const child = started(archive.path, "backup", file, "--overwrite");
      await new Promise((resolve) => setTimeout(resolve, (whole * kill) / kills));
      child.kill("SIGKILL");
      await ended(child);
      if (existsSync(file)) await soundTotal(file);
    }
    reported(archive.path, "backup", join(folder, "killed.db"), "--overwrite");
    assert.deepEqual(
      beside(archive).filter((name) => name.includes("making")),
      [],
    );
  });

  it("that does not fit on the disk leaves nothing behind", () => {
    const file = join(folder, "full.db");
    const { status, stderr } = run(archive.path, "backup", [file], "ulimit -f 200;");
    assert.equal(status, 1, stderr);
    assert.match(stderr, /could not be made/);
    assert.deepEqual(
      beside(archive).filter((name) => name.includes("full.db")),
      [],
    );
  });
});
