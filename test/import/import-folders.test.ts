import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { DatelineError } from "../../src/errors.ts";
import { OUTCOMES } from "../../src/import/import-report.ts";
import {
  type ImportTrial,
  openImportTrial,
  outcomesOf,
  writeFiles,
} from "../support/import-trial.ts";

const A = "date 2023-01-27 The road through the valley is open again.\n";
const B = "date 2023-02-22 The bridge over the river stays closed for now.\n";
let trial: ImportTrial;
beforeEach(async () => {
  trial = await openImportTrial();
});
afterEach(() => trial.close());

async function run(files: Record<string, string | Uint8Array>, options = {}) {
  trial.write(files);
  const report = await trial.import(options);
  const sum = OUTCOMES.reduce((total, outcome) => total + report[outcome], 0);
  assert.equal(sum, report.files);
  assert.equal(report.entries.length, report.files);
  return report;
}

describe("an import", () => {
  test("names every entry, and opens nothing that is no file", async () => {
    trial.write({
      "a.txt": A,
      "b.text": B,
      ".hidden.txt": B,
      ".git/config": "x",
      "sub/10.md": B,
      "sub/9.txt": "",
    });
    execFileSync("mkfifo", [join(trial.folder, "pipe.txt")]);
    mkdirSync(join(trial.folder, "folder.txt"));
    symlinkSync("/etc/passwd", join(trial.folder, "out.txt"));
    symlinkSync("a.txt", join(trial.folder, "in.txt"));
    symlinkSync("nowhere", join(trial.folder, "lost.txt"));
    symlinkSync(".", join(trial.folder, "loop"));
    const report = await trial.import();
    assert.deepEqual(
      report.entries.map(
        ({ file, outcome, reason }) => `${file} ${outcome}: ${reason?.slice(0, 16)}`,
      ),
      [
        ".git skipped: hidden folder, n",
        ".hidden.txt skipped: hidden file",
        "a.txt added: undefined",
        "b.text skipped: wrong extension:",
        "in.txt skipped: link to a.txt, w",
        "loop skipped: link to the fold",
        "lost.txt skipped: link that leads ",
        "out.txt skipped: link out of the ",
        "pipe.txt skipped: not a regular fi",
        "sub/9.txt refused: empty file: writ",
        "sub/10.md added: undefined",
      ],
    );
  });

  test("has the report's parts in their order", async () => {
    const report = await run({ "a.txt": A });
    assert.deepEqual(Object.keys(report), ["files", ...OUTCOMES, "warnings", "missing", "entries"]);
    assert.deepEqual(Object.keys(report.entries[0] ?? {}), [
      "file",
      "outcome",
      "id",
      "permalink",
      "date",
      "reason",
    ]);
    const [entry] = report.entries;
    assert.match(entry?.permalink ?? "", new RegExp(`^/2023/01/27/the-road-[a-z-]*${entry?.id}$`));
  });

  test("shows bytes that are not UTF-8 and keeps such names apart", async () => {
    trial.write({});
    writeFileSync(
      Buffer.concat([Buffer.from(`${trial.folder}/`), Buffer.from("\xe9.txt", "latin1")]),
      A,
    );
    writeFiles(trial.folder, { "\\xe9.txt": B });
    const report = await trial.import();
    assert.deepEqual(outcomesOf(report).sort(), ["\\x5cxe9.txt added", "\\xe9.txt added"]);
    assert.equal((await trial.import()).unchanged, 2);
  });

  test("refuses a file over the limit, and says which setting raises it", async () => {
    const report = await run(
      { "a.txt": A, "b.txt": `${B}${"x".repeat(200)}` },
      { maxFileBytes: 100 },
    );
    assert.deepEqual(outcomesOf(report), ["a.txt added", "b.txt refused"]);
    assert.match(report.entries[1]?.reason ?? "", /100.*DATELINE_MAX_FILE_BYTES/);
  });

  test("of the same folder changes nothing", async () => {
    await run({ "a.txt": A, "b.txt": B });
    const before = await trial.store.summary();
    assert.equal((await trial.import()).unchanged, 2);
    assert.deepEqual(await trial.store.summary(), before);
  });

  test("takes other bytes of the same words as unchanged", async () => {
    await run({ "a.txt": A });
    const report = await run({ "a.txt": `\ufeff\r\n ${A}\r\n` });
    assert.deepEqual(outcomesOf(report), ["a.txt unchanged"]);
    assert.equal((await trial.store.summary()).laterRevisions, 0);
  });

  test("revises a statement whose words, date or title are new", async () => {
    const title = (words: string) => `---\ntitle: ${words}\ndate: 2023-03-01\n---\nThe words.\n`;
    const first = await run({ "a.txt": A, "b.txt": B, "c.md": title("One") });
    const report = await run({
      "a.txt": A.replace("again", "at last"),
      "b.txt": B.replace("2023-02-22", "2023-02-23"),
      "c.md": title("Two"),
    });
    assert.deepEqual(outcomesOf(report), ["a.txt revised", "b.txt revised", "c.md revised"]);
    assert.deepEqual(
      report.entries.map(({ id }) => id),
      first.entries.map(({ id }) => id),
    );
    assert.match(report.entries[1]?.permalink ?? "", /^\/2023\/02\/23\//);
  });

  test("adds another statement where date and most words are new", async () => {
    const first = await run({ "a.txt": A });
    const report = await run({ "a.txt": B });
    assert.deepEqual(outcomesOf(report), ["a.txt added"]);
    assert.notEqual(report.entries[0]?.id, first.entries[0]?.id);
    assert.equal((await trial.store.summary()).total, 2);
  });

  test("keeps the statement of a file that is deleted, and tells of it until it is back", async () => {
    const first = await run({ "a.txt": A, "b.txt": B });
    const [gone] = first.entries;
    for (let again = 0; again < 2; again++) {
      const report = await run({ "b.txt": B });
      assert.deepEqual(report.missing, [
        { file: "a.txt", id: gone?.id, permalink: gone?.permalink },
      ]);
    }
    assert.deepEqual(outcomesOf(await run({ "a.txt": A, "b.txt": B })), [
      "a.txt unchanged",
      "b.txt unchanged",
    ]);
  });

  test("does not call a renamed file missing, then or later", async () => {
    await run({ "a.txt": A, "b.txt": B });
    const report = await run({ "1.txt": B, "2.txt": A });
    assert.deepEqual([report.moved, report.missing], [2, []]);
    assert.deepEqual((await trial.import()).missing, []);
  });

  test("of one file looks at that file alone, and names it as its folder does", async () => {
    await run({ "a.txt": A, "b.txt": B });
    const report = await trial.import({}, [join(trial.folder, "a.txt")]);
    assert.deepEqual([outcomesOf(report), report.missing], [["a.txt unchanged"], []]);
  });

  test("of a copy in another folder is a duplicate, and of a folder that moved no new statement", async () => {
    await run({ "a.txt": A });
    const copy = `${trial.folder}-copy`;
    mkdirSync(copy);
    writeFiles(copy, { "other.txt": A });
    assert.deepEqual(outcomesOf(await trial.import({}, [copy])), ["other.txt duplicate"]);
  });

  test("names the folder of each file where there are several, and reads none twice", async () => {
    const other = `${trial.folder}-2`;
    writeFiles(other, { "a.txt": B });
    trial.write({ "a.txt": A, "sub/b.txt": "date 2023-03-03 Another word on the road.\n" });
    const paths = [trial.folder, other, trial.folder, join(trial.folder, "sub")];
    const report = await trial.import({}, paths);
    assert.deepEqual(
      report.entries.map(({ source, file }) => [source, file]),
      [
        [trial.folder, "a.txt"],
        [trial.folder, "sub/b.txt"],
        [other, "a.txt"],
      ],
    );
  });

  test("that is a dry run gives the report and writes nothing", async () => {
    trial.write({ "a.txt": A });
    const rehearsed = await trial.import({ dryRun: true });
    assert.equal((await trial.store.summary()).total, 0);
    assert.deepEqual(await trial.import(), rehearsed);
  });

  test("of a folder that is not there is wrong usage", async () => {
    const isUsage = (error: unknown) => error instanceof DatelineError && error.code === "usage";
    await assert.rejects(trial.import({}, [join(trial.folder, "nowhere")]), isUsage);
    await assert.rejects(trial.import({}, ["/dev/null"]), isUsage);
  });

  test("keeps statements within a day in the order of their names", async () => {
    const day = (words: string) => `date 2023-01-27 ${words}\n`;
    await run({ "10.txt": day("Ten."), "9.txt": day("Nine."), "1/1.txt": day("One.") });
    await run({
      "10.txt": day("Ten."),
      "9.txt": day("Nine."),
      "1/1.txt": day("One."),
      "0.txt": day("Zero."),
    });
    const filter = { from: null, to: null, agency: null, place: null, language: null, tag: null };
    const { statements } = await trial.store.list({
      query: null,
      filter,
      order: "oldest",
      after: null,
      limit: 10,
    });
    assert.deepEqual(
      statements.map(({ headline }) => headline),
      ["One", "Nine", "Ten", "Zero"],
    );
  });

  test("takes a heading that opens Markdown as its title, and leaves it in the text", async () => {
    const report = await run({ "a.md": "date 2023-01-27\n\n# The *road*\n\nIt is open.\n" });
    const statement = await trial.store.statement(report.entries[0]?.id ?? "");
    assert.ok(statement && "text" in statement);
    assert.deepEqual([statement.headline, statement.headlineDerived], ["The road", false]);
    assert.match(statement.text, /^# The/);
  });
});
