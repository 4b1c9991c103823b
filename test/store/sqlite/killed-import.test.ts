import assert from "node:assert/strict";
import { it } from "node:test";
import { openStore } from "../../../src/store/open-store.ts";
import { openDatabase } from "../../../src/store/sqlite/driver.ts";
import { EVERY_DAY } from "../contract/made-statements.ts";
import { type ImportChild, importChild } from "./run-child.ts";
import { expectSoundIndex } from "./sound-index.ts";
import { inFolder } from "./temporary-folder.ts";

const COUNT = 1000;
/** Half of them while statements are added, half during commit, checkpoint and closing. */
const KILLS = 20;

/** Milliseconds of a run's two halves, to spread the kills over. */
async function timesOfRun(folder: string): Promise<Record<"begun" | "added", number>> {
  const child = importChild(`${folder}/timed.db`, "0", COUNT);
  await child.said("begun");
  const begun = performance.now();
  await child.said("added");
  const added = performance.now();
  await child.ended;
  return { begun: added - begun, added: performance.now() - added };
}

async function killAfter(child: ImportChild, word: string, milliseconds: number): Promise<boolean> {
  await child.said(word);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.process.kill("SIGKILL");
  const output = await child.ended;
  assert.ok(output.includes(word), `the import never came to ${word}`);
  return output.includes("committed");
}

/** The number of statements, once everything in the archive agrees with it. */
async function wholeTotal(path: string): Promise<number> {
  const store = await openStore(path, { readOnly: true });
  const { total, files } = await store.summary();
  const days = await store.counts("day", EVERY_DAY);
  const names = await store.names("place");
  await store.close();
  const sum = (counts: { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
  assert.deepEqual([files, sum(days), sum(names)], [total, total, total]);
  const database = openDatabase(path, { readonly: true });
  assert.deepEqual(database.pragma("integrity_check"), [{ integrity_check: "ok" }]);
  const rows = database.prepare("SELECT count(*) FROM statement").pluck().get();
  database.close();
  assert.equal(rows, total);
  expectSoundIndex(path);
  return total;
}

it(`an import killed at ${KILLS} moments leaves the archive as it was or whole, and the next completes`, () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    await (await openStore(path, { readOnly: false })).close();
    const times = await timesOfRun(folder);
    let before = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const child = importChild(path, String(kill), COUNT);
      const word = kill % 2 === 0 ? "begun" : "added";
      const committed = await killAfter(child, word, (times[word] * kill) / KILLS);
      const after = await wholeTotal(path);
      if (committed) assert.equal(after, before + COUNT);
      else assert.ok(after === before || after === before + COUNT, `${after} after ${before}`);
      before = after;
    }
    assert.match(await importChild(path, "last", COUNT).ended, /committed/);
    assert.equal(await wholeTotal(path), before + COUNT);
  }));

it("an archive whose making was killed can be made again", () =>
  inFolder(async (folder) => {
    for (let kill = 0; kill < 10; kill++) {
      const path = `${folder}/${kill}.db`;
      const child = importChild(path, "0", 1);
      await new Promise((resolve) => setTimeout(resolve, 50 + kill * 10));
      child.process.kill("SIGKILL");
      const committed = (await child.ended).includes("committed");
      const store = await openStore(path, { readOnly: false });
      await store.close();
      const total = await wholeTotal(path);
      assert.ok(committed ? total === 1 : total <= 1);
    }
  }));
