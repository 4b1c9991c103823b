import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { openStore } from "../../../src/store/open-store.ts";
import {
  content,
  digestOf,
  fileOf,
  imported,
  importing,
  type Said,
} from "../contract/made-statements.ts";
import { publishing } from "../contract/publishing.ts";
import { inFolder } from "./temporary-folder.ts";

const SECRETS = ["Quixotically", "Rocinante", "Dulcinea", "Windmillish"];

const SAID: Said = {
  date: "2023-01-27",
  text: "First of all, Quixotically so.",
  headline: "Rocinante",
  headlineDerived: false,
  tags: ["Windmillish"],
};

/** Which of the secrets stand anywhere in the archive's files, in any case. */
function found(path: string): string[] {
  const bytes = [path, `${path}-wal`].map((file) => {
    try {
      return readFileSync(file).toString("latin1").toLowerCase();
    } catch {
      return "";
    }
  });
  return SECRETS.filter((word) => bytes.some((all) => all.includes(word.toLowerCase())));
}

it("no word of an erased statement stands in the archive's file any longer, of no wording and in no index", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    const store = await openStore(path, { readOnly: false });
    const others = Array.from({ length: 5 }, (_, n) => ({
      date: "2023-01-27",
      text: `Other ${n}.`,
    }));
    const [id] = (await imported(store, [SAID, ...others])) as [string];
    const again = content({ ...SAID, date: "2022-05-05", text: "Then again, Dulcinea." });
    await importing(store, (run) => run.revise(id, again, digestOf(again), fileOf("1.txt", again)));
    assert.deepEqual(found(path), SECRETS);
    await publishing(store, "withdrawal", (run) => run.withdrawErased(id, "A court."));
    assert.deepEqual(found(path), []);
    await importing(store, (run) =>
      run.noteFile(id, fileOf("2.txt", content(SAID)), digestOf(content(SAID))),
    );
    assert.deepEqual(found(path), []);
    assert.equal((await store.summary()).total, 5);
    await store.close();
  }));
