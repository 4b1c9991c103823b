import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, it } from "node:test";
import { correctStatement } from "../../src/publishing/correct-statement.ts";
import { restoreStatement } from "../../src/publishing/restore-statement.ts";
import { undoRun } from "../../src/publishing/undo-run.ts";
import { withdrawStatement } from "../../src/publishing/withdraw-statement.ts";
import type { Statement } from "../../src/statements/statement.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { ACT, givenFile } from "./support.ts";

const OLD = "date 2023-01-27 The road is closed. It leads across the pass.\n";
const NEW = "date 2023-01-27 The road is open. It leads across the pass.\n";
const NEWER = "date 2023-01-27 The road is open again. It leads across the pass.\n";
const TITLED = "---\ndate: 2023-01-27\ntitle: The wrong title\n---\nThe road is closed.\n";

let archive: TestArchive;

beforeEach(async () => {
  archive = await openTestArchive({ "a.txt": OLD, "b.md": TITLED });
});
afterEach(() => archive.close());

async function idOf(file: string): Promise<string> {
  const { entries } = await archive.import({});
  return entries.find((entry) => entry.file === file)?.id as string;
}

/** Each entry as `file outcome reason`. */
async function imported(files: Record<string, string | null>): Promise<string[]> {
  const { entries } = await archive.import(files);
  return entries.map(
    ({ file, outcome, reason }) => `${file} ${outcome}${reason ? `: ${reason}` : ""}`,
  );
}

const CORRECTED = "corrected on 2024-06-07 (“A slip.”), which stays so";

describe("a corrected statement", () => {
  let id: string;
  beforeEach(async () => {
    id = await idOf("a.txt");
    const file = await givenFile(archive, "correction.txt", NEW);
    await correctStatement(archive.store, { id, file, note: "A slip." }, ACT);
  });

  const text = async () => ((await archive.store.statement(id)) as Statement).text;

  it("stays corrected when its file is imported again, and the report says so", async () => {
    assert.deepEqual(await imported({}), [`a.txt unchanged: ${CORRECTED}`, "b.md unchanged"]);
    assert.match(await text(), /open/);
  });

  it("stays corrected when its file comes with other bytes of the same words, or under another name", async () => {
    const [first] = await imported({ "a.txt": `\ufeff${OLD}` });
    assert.equal(first, `a.txt unchanged: ${CORRECTED}`);
    const moved = await imported({ "a.txt": null, "c.txt": OLD });
    assert.equal(moved[1], `c.txt moved: ${CORRECTED}`);
    const again = await imported({ "d.txt": OLD });
    assert.equal(again[2], `d.txt duplicate: ${CORRECTED}`);
    assert.match(await text(), /open/);
  });

  it("is revised by new words in its file, as ever", async () => {
    const [first] = await imported({ "a.txt": NEWER });
    assert.equal(first, "a.txt revised: new words");
    assert.match(await text(), /open again/);
    const { revisions } = (await archive.store.statement(id)) as Statement;
    assert.deepEqual(
      revisions.map(({ note }) => note),
      [null, "A slip.", null],
    );
  });

  it("is not brought back to its old words by a new title beside them", async () => {
    const titled = await idOf("b.md");
    const file = await givenFile(archive, "words.md", TITLED.replace("closed", "open"));
    await correctStatement(archive.store, { id: titled, file, note: "A slip." }, ACT);
    const reports = await imported({ "b.md": TITLED.replace("wrong", "third") });
    assert.equal(reports[1], `b.md unchanged: ${CORRECTED}`);
    assert.match(((await archive.store.statement(titled)) as Statement).text, /open/);
  });

  it("is revised by new words under another name, too", async () => {
    await imported({ "a.txt": null, "z.txt": OLD });
    assert.deepEqual((await imported({ "z.txt": NEWER }))[1], "z.txt revised: new words");
  });

  it("has the publisher's own file as its source where the folder holds none", async () => {
    const { source } = (await archive.store.statement(id)) as Statement;
    assert.equal(source.file, "correction.txt");
  });

  it("can be corrected in its own file, which an import then finds unchanged", async () => {
    await archive.import({ "a.txt": NEWER });
    const file = `${archive.folder}/a.txt`;
    await writeFile(file, OLD.replace("closed", "mended"));
    await correctStatement(archive.store, { id, file, note: "Another slip." }, ACT);
    assert.equal((await imported({}))[0], "a.txt unchanged");
    assert.match(await text(), /mended/);
  });
});

describe("a corrected title", () => {
  it("stays when its file comes with other bytes that say the same", async () => {
    const id = await idOf("b.md");
    const file = await givenFile(archive, "t.md", TITLED.replace("wrong", "right"));
    await correctStatement(archive.store, { id, file, note: "The title." }, ACT);
    const reports = await imported({ "b.md": TITLED.replace("title:", "title:  ") });
    assert.match(reports[1] as string, /^b\.md unchanged/);
    assert.equal(((await archive.store.statement(id)) as Statement).headline, "The right title");
    assert.deepEqual(
      (await imported({ "b.md": TITLED.replace("wrong", "third") }))[1],
      "b.md revised: a new title or other field",
    );
  });
});

describe("a statement withdrawn with its words", () => {
  const WITHDRAWN = "withdrawn on 2024-06-07 (“A court.”), which stays so";
  let id: string;
  beforeEach(async () => {
    id = await idOf("a.txt");
    await withdrawStatement(archive.store, { id, reason: "A court.", keepText: false }, ACT);
  });

  const isGone = async () => "removedAt" in ((await archive.store.statement(id)) ?? {});

  it("stays withdrawn when its file is imported again, under its name or another", async () => {
    assert.equal((await imported({}))[0], `a.txt unchanged: ${WITHDRAWN}`);
    assert.equal((await imported({ "a.txt": `\ufeff${OLD}` }))[0], `a.txt unchanged: ${WITHDRAWN}`);
    const moved = await imported({ "a.txt": null, "c.txt": OLD });
    assert.equal(moved[1], `c.txt moved: ${WITHDRAWN}`);
    assert.ok(await isGone());
    assert.equal((await archive.store.summary()).total, 1);
  });

  it("is not brought back by new words under its name and day, which are refused with the remedy", async () => {
    const [first = ""] = await imported({ "a.txt": NEW });
    assert.match(
      first,
      /^a\.txt refused: another wording of \w+, withdrawn on .*npm run reinstate -- \w+ FILE/,
    );
    assert.ok(await isGone());
  });

  it("gives its name to a statement of another day", async () => {
    const [first = ""] = await imported({ "a.txt": NEW.replace("01-27", "02-03") });
    assert.match(first, /^a\.txt added: another statement than/);
    assert.ok(await isGone());
  });

  it("is not reported as missing when its file goes", async () => {
    assert.deepEqual((await archive.import({ "a.txt": null })).missing, []);
  });

  it("comes back by its file, and goes on as before", async () => {
    const file = `${archive.folder}/a.txt`;
    await restoreStatement(archive.store, { id, file, reason: null }, ACT);
    assert.deepEqual(await imported({}), ["a.txt unchanged", "b.md unchanged"]);
    assert.deepEqual((await imported({ "a.txt": NEW }))[0], "a.txt revised: new words");
  });

  it("never has the words again that were taken away, though its file goes back to them", async () => {
    const file = await givenFile(archive, "other.txt", NEW);
    await restoreStatement(archive.store, { id, file, reason: "Without the name." }, ACT);
    await imported({ "a.txt": NEWER });
    const [first] = await imported({ "a.txt": OLD });
    assert.match(first as string, /^a\.txt unchanged: brought back in other words/);
    assert.match(((await archive.store.statement(id)) as Statement).text, /open again/);
  });

  it("needs a reason to come back in other words", async () => {
    const file = await givenFile(archive, "other.txt", NEW);
    const bare = restoreStatement(archive.store, { id, file, reason: null }, ACT);
    await assert.rejects(bare, /--reason/);
    await restoreStatement(archive.store, { id, file, reason: "Without the name." }, ACT);
    const reason =
      "brought back in other words on 2024-06-07 (“Without the name.”), which stays so";
    assert.equal((await imported({}))[0], `a.txt unchanged: ${reason}`);
  });
});

describe("an import that was undone", () => {
  it("stays undone when the same files come again", async () => {
    const id = await idOf("a.txt");
    await archive.import({ "a.txt": NEW, "c.txt": OLD.replace("road", "bridge") });
    const [wrong] = await archive.store.runs();
    const undone = await undoRun(
      archive.store,
      { run: wrong?.number ?? 0, reason: "Drafts." },
      ACT,
    );
    assert.deepEqual(
      [undone.withdrawn.length, undone.reverted.length, undone.left.length],
      [1, 1, 0],
    );
    const reason = "undone with its import on 2024-06-07 (“Drafts.”), which stays so";
    assert.deepEqual(await imported({}), [
      `a.txt unchanged: ${reason}`,
      "b.md unchanged",
      `c.txt unchanged: ${reason}`,
    ]);
    assert.match(((await archive.store.statement(id)) as Statement).text, /closed/);
    const again = undoRun(archive.store, { run: wrong?.number ?? 0, reason: "Drafts." }, ACT);
    await assert.rejects(again, /undone already, by run/);
    await assert.rejects(undoRun(archive.store, { run: 99, reason: "No." }, ACT), /no run 99/);
  });
});
