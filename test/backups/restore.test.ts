import assert from "node:assert/strict";
import {
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { ListJson } from "../../src/formats/list-json.ts";
import { openDatabase } from "../../src/store/sqlite/driver.ts";
import { add, importing } from "../store/contract/made-statements.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { beside, ended, manyFiles, reported, run, soundTotal, started } from "./support.ts";

const found = async (site: TestSite, word: string) =>
  (await site.json<ListJson>(`/statements.json?q=${word}`)).total;

function changed(file: string, sql: string): void {
  const database = openDatabase(file);
  database.exec(sql);
  database.close();
}

describe("restoring a backup", () => {
  let archive: TestArchive;
  let backup: string;
  let held: number;

  before(async () => {
    archive = await openTestArchive({ ...EXAMPLE_FILES, ...manyFiles(200, "harbour") });
    backup = join(dirname(archive.path), "backup.db");
    held = reported(archive.path, "backup", backup).statements;
  });
  after(() => archive.close());

  const restored = (file: string) => reported(archive.path, "restore", file, "--shorten-log");

  it("shows at once on a site that is running, in every list and search, and so does what is imported then", async () => {
    const site = await startSite(archive.path);
    await archive.import({ "new.txt": "date 2023-03-05 The alphabet was lost.\n" });
    assert.equal(await found(site, "alphabet"), 1);
    assert.equal(restored(backup).statements, held);
    // In the same number of steps from the backup, but elsewhere: what the site remembers of the first must not be taken for it.
    await archive.import({ "new.txt": "date 2021-03-05 The betony was found.\n" });
    assert.deepEqual([await found(site, "alphabet"), await found(site, "betony")], [0, 1]);
    assert.match(await (await site.get("/statements?q=betony")).text(), /href="\/2021\/03\/05\//);
    assert.equal((await site.json<ListJson>("/statements.json")).total, held + 1);
    assert.match(await (await site.get("/2021/03/05")).text(), /betony/);
    await site.close();
    await soundTotal(archive.path);
  });

  it("keeps what was there before in a file that brings it back", async () => {
    await archive.import({ "kept.txt": "date 2023-03-06 The chicory is kept.\n" });
    const { total } = await archive.store.summary();
    const { kept } = restored(backup);
    assert.equal((await archive.store.summary()).total, held);
    assert.equal(await soundTotal(kept), total);
    restored(kept);
    assert.equal((await archive.store.summary()).total, total);
  });

  it("waits for an import that runs, and keeps what it brought", async () => {
    const { total } = await archive.store.summary();
    const { waiting } = await importing(archive.store, async (run) => {
      const waiting = started(archive.path, "restore", backup, "--shorten-log");
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal(waiting.exitCode, null);
      await add(run, { date: "2023-03-08" });
      return { waiting };
    });
    assert.equal(await ended(waiting), 0);
    assert.equal((await archive.store.summary()).total, held);
    const kept = beside(archive).filter((name) => name.includes("before-restore"));
    const last = kept.sort().at(-1) as string;
    assert.equal(await soundTotal(join(dirname(archive.path), last)), total + 1);
  });

  describe("that is older than the archive's log", () => {
    it("says what the log would lose before it replaces anything, and goes on where it is told to", async () => {
      restored(backup);
      const common = (await archive.store.logHead()).size;
      await archive.import({ "lost.txt": "date 2023-03-09 The lavender was lost.\n" });
      const after = await archive.store.logHead();
      const names = beside(archive);
      const refused = run(archive.path, "restore", [backup]);
      assert.equal(refused.status, 2);
      const lost = after.size - common;
      const said = `has ${after.size} entries, and agrees with the backup's in the first ${common}: .* ${lost} entr`;
      assert.match(refused.stderr, new RegExp(said));
      assert.match(refused.stderr, /a checkpoint of more than \d+ entries .*--shorten-log/);
      assert.deepEqual([await archive.store.logHead(), beside(archive)], [after, names]);
      const { stdout } = run(archive.path, "restore", [backup, "--dry-run"]);
      assert.match(stdout, /The log loses \d+ entr\w+: checkpoints of more than/);
      const report = restored(backup);
      assert.deepEqual(report.log, { common, lost });
      assert.equal((await archive.store.logHead()).size, common);
    });

    it("or parts from it, is told from one that goes on with it", async () => {
      await archive.import({ "one.txt": "date 2023-03-10 The one.\n" });
      const one = join(dirname(archive.path), "one.db");
      reported(archive.path, "backup", one);
      restored(backup);
      // The backup has all that the archive's log has, and more: nothing is lost.
      const { log } = reported(archive.path, "restore", one);
      assert.equal(log.lost, 0);
      restored(backup);
      await archive.import({ "other.txt": "date 2023-03-10 The other.\n" });
      await archive.import({ "third.txt": "date 2023-03-11 The third.\n" });
      const parted = run(archive.path, "restore", [one]);
      assert.equal(parted.status, 2);
      const { size } = await archive.store.logHead();
      assert.match(parted.stderr, new RegExp(`in the first ${size - 2}: .* 2 entries out of it`));
      restored(backup);
    });
  });

  const REFUSED: [name: string, make: (file: string) => void, words: RegExp][] = [
    ["a text", (file) => writeFileSync(file, "date 2023-01-27 Words."), /begins with "date 2023/],
    ["an empty file", (file) => writeFileSync(file, ""), /found an empty file/],
    [
      "another program's database",
      (file) => changed(file, "CREATE TABLE t (a)"),
      /another program/,
    ],
    ["a backup that was cut off", (file) => cutOff(file), /damaged/],
    ["a byte that was turned in a page", (file) => turnByte(file, 0.5), /damaged|malformed/],
    ["a byte that was turned in the header", (file) => turnByte(file, 0), /begins with|damaged/],
    [
      "a backup of a later release",
      (file) => copied(file, "PRAGMA user_version = 4711"),
      /later release \(schema 4711/,
    ],
    [
      "a text that was changed",
      (file) => copied(file, "UPDATE revision SET text = text || ' not' WHERE number = 3"),
      /damaged archive: altered: (\w+@1): the bytes of \S+ do not have their SHA-256.*\1: its day and text are not/,
    ],
    [
      "a day that was changed",
      (file) => copied(file, "UPDATE statement SET key = key + 16777216 * 400 WHERE number = 3"),
      /damaged archive: .*: its day and text are not those of its digest/,
    ],
    [
      "a sum that was changed",
      (file) => copied(file, "UPDATE archive SET total = total + 1"),
      /damaged archive: altered: counts: total is kept as \d+, and is \d+/,
    ],
    [
      "a statement that was taken out",
      (file) => copied(file, "DELETE FROM statement WHERE number = 3"),
      /damaged archive: missing: \w+@1: entry 2 says that it was added/,
    ],
    [
      "the bytes of a file that were taken out",
      (file) => copied(file, "DELETE FROM source WHERE number = 3"),
      /missing: references: revisions without the file that brought them: 1/,
    ],
    [
      "a headline that was changed",
      (file) => copied(file, "UPDATE statement SET headline = 'Other words' WHERE number = 3"),
      /damaged archive: altered: \w+@1: .*not those that were logged/,
    ],
    [
      "a log that was cut off",
      (file) => copied(file, "DELETE FROM log_entry WHERE number > 100"),
      /damaged archive: missing: log: it should have \d+ entries/,
    ],
    [
      "an index that was changed",
      (file) => copied(file, "DELETE FROM search_1 WHERE rowid = 3"),
      /altered: counts: part 1 of the search index has \d+ rows, not/,
    ],
  ];

  function copied(file: string, sql: string): void {
    copyFileSync(backup, file);
    changed(file, sql);
  }

  function cutOff(file: string): void {
    copyFileSync(backup, file);
    truncateSync(file, 100_000);
  }

  /** Turns bytes where pages hold words. */
  function turnByte(file: string, part: number): void {
    const bytes = readFileSync(backup);
    const at = part === 0 ? 3 : bytes.indexOf("More words.", Math.floor(bytes.length * part));
    bytes[at] = (bytes[at] as number) ^ 1;
    writeFileSync(file, bytes);
  }

  for (const [name, make, words] of REFUSED) {
    it(`refuses ${name}, and touches nothing`, async () => {
      const file = join(dirname(archive.path), "refused.db");
      make(file);
      const given = readFileSync(file);
      const names = beside(archive);
      const before = await archive.store.summary();
      const { status, stderr } = run(archive.path, "restore", [file]);
      assert.equal(status, 1, stderr);
      assert.match(stderr, words);
      assert.deepEqual(await archive.store.summary(), before);
      assert.deepEqual(readFileSync(file), given);
      assert.deepEqual(beside(archive), names);
      rmSync(file);
    });
  }

  it("changes nothing in a dry run", async () => {
    const before = await archive.store.summary();
    const { stdout } = run(archive.path, "restore", [backup, "--dry-run"]);
    assert.match(stdout, /Dry run: nothing was changed/);
    assert.deepEqual(await archive.store.summary(), before);
  });

  it("brings a backup of an earlier release to the present form", async () => {
    const file = join(dirname(archive.path), "earlier.db");
    copyFileSync(backup, file);
    changed(file, "UPDATE search_index SET version = 0");
    restored(file);
    const site = await startSite(archive.path);
    assert.equal(await found(site, "harbour"), 200);
    await site.close();
  });

  it("that is killed at any moment leaves the archive as it was or as the backup, and the next one completes", async () => {
    const site = await startSite(archive.path);
    await archive.import({ "killed.txt": "date 2023-03-07 The dandelion.\n" });
    const { total } = await archive.store.summary();
    const began = performance.now();
    const { kept } = restored(backup);
    const whole = performance.now() - began;
    const kills = 12;
    for (let kill = 1; kill <= kills; kill++) {
      restored(kept);
      const child = started(archive.path, "restore", backup, "--shorten-log");
      await new Promise((resolve) => setTimeout(resolve, (whole * kill) / kills));
      child.kill("SIGKILL");
      await ended(child);
      const now = await soundTotal(archive.path);
      assert.ok(now === total || now === held, `${now} after kill ${kill}`);
      assert.equal((await site.json<ListJson>("/statements.json")).total, now);
    }
    restored(backup);
    assert.equal(await soundTotal(archive.path), held);
    assert.deepEqual(
      beside(archive).filter((name) => name.includes("making")),
      [],
    );
    await site.close();
  });

  it("that does not fit on the disk leaves the archive as it was", async () => {
    const before = await archive.store.summary();
    const names = beside(archive);
    for (const blocks of [200, 4000]) {
      const { status } = run(
        archive.path,
        "restore",
        [backup, "--shorten-log"],
        `ulimit -f ${blocks};`,
      );
      assert.ok(status !== 0 || blocks === 4000);
      if (status === 0) continue;
      assert.deepEqual(await archive.store.summary(), before);
      assert.deepEqual(beside(archive), names);
    }
  });

  it("mends an archive that is damaged, which is kept, and the site comes back by itself", async () => {
    const other = await openTestArchive(EXAMPLE_FILES);
    await other.store.close();
    const site = await startSite(other.path);
    const bytes = readFileSync(other.path);
    bytes.fill(0xff, 100, 20_000);
    writeFileSync(other.path, bytes);
    const { kept } = reported(other.path, "restore", backup);
    assert.equal((await site.json<ListJson>("/statements.json")).total, held);
    assert.deepEqual(readFileSync(kept), bytes);
    await site.close();
    await soundTotal(other.path);
    await other.close();
  });

  it("makes an archive where none is, and a log that was left there does not come into it", async () => {
    const other = await openTestArchive(EXAMPLE_FILES);
    const left = join(dirname(other.path), "left");
    const writer = openDatabase(other.path);
    writer.exec("UPDATE archive SET generation = generation + 7");
    copyFileSync(`${other.path}-wal`, left);
    writer.close();
    await other.store.close();
    rmSync(other.path);
    copyFileSync(left, `${other.path}-wal`);
    const report = reported(other.path, "restore", backup);
    assert.equal(report.kept, null);
    assert.equal(await soundTotal(other.path), held);
    await other.close();
  });

  it("never takes the place of a file that is no archive", async () => {
    const file = join(dirname(archive.path), "letter.txt");
    writeFileSync(file, "A letter that the setting names by mistake.");
    const { status, stderr } = run(file, "restore", [backup]);
    assert.equal(status, 1);
    assert.match(stderr, /begins with "A letter that/);
    assert.equal(readFileSync(file, "utf8"), "A letter that the setting names by mistake.");
  });

  it("of a word that is a statement's id still brings the statement back", () => {
    const { status, stderr } = run(archive.path, "restore", ["0123456789"]);
    assert.equal(status, 1);
    assert.match(stderr, /npm run reinstate -- ID now[\s\S]*No statement has the id 0123456789/);
  });

  it("of a file that is not there says so", () => {
    const { status, stderr } = run(archive.path, "restore", ["nowhere.db"]);
    assert.equal(status, 2);
    assert.match(stderr, /Expected a backup, but .*nowhere\.db is not there/);
    assert.ok(!existsSync("nowhere.db"));
  });
});
