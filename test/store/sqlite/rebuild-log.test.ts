import assert from "node:assert/strict";
import { it } from "node:test";
import { openStore } from "../../../src/store/open-store.ts";
import { openDatabase } from "../../../src/store/sqlite/driver.ts";
import {
  content,
  digestOf,
  fileOf,
  imported,
  importing,
  SECOND_RUN,
} from "../contract/made-statements.ts";
import { publishing } from "../contract/publishing.ts";
import { inFolder } from "./temporary-folder.ts";

const SAID = {
  date: "2023-01-27",
  text: "Words.",
  headline: "Words.",
  tags: ["a"],
  agency: "TASS",
};

it("a log that is made from what the archive remembers is the one that was written as it happened", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    const store = await openStore(path, { readOnly: false });
    const said = content({ ...SAID, text: "*Right* words.", format: "markdown", blocks: [] });
    const words = {
      content: said,
      digest: digestOf(said),
      file: { ...fileOf("given.md", said), folder: null },
    };
    const [a = "", b = "", c = "", d = ""] = await imported(store, [
      SAID,
      { date: "2023-01-28" },
      { date: "2023-01-29" },
      { date: "2023-01-30" },
    ]);
    await importing(
      store,
      (run) => run.revise(b, said, digestOf(said), fileOf("2.txt", said)),
      SECOND_RUN,
    );
    await publishing(store, "correction", (run) => run.correct(a, words, "It was wrong."));
    await publishing(store, "withdrawal", (run) => run.withdrawMarked(a, "Denied."));
    await publishing(store, "undo", (run) => run.revert(b, 1, "Back."));
    await publishing(store, "withdrawal", (run) => run.withdrawHidden(c, "Denied."));
    await publishing(store, "restoration", (run) => run.restore(c, "Affirmed."));
    await publishing(store, "withdrawal", (run) => run.withdrawHidden(d, "Denied."));
    const written = await store.logEntries(0, 20);
    const head = await store.logHead();
    assert.equal(written.length, 11);
    await store.close();

    const database = openDatabase(path);
    database.exec("DELETE FROM log_entry; UPDATE log SET size = NULL, root = NULL");
    database.close();
    await assert.rejects(openStore(path, { readOnly: true }), /its log is still to be made/);
    const again = await openStore(path, { readOnly: false });
    assert.deepEqual(await again.logEntries(0, 20), written);
    assert.deepEqual(await again.logHead(), head);
    await again.close();
  }));
