import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readQuery } from "../../../src/search/read-query.ts";
import { EVERYTHING } from "../../../src/statements/statement-filter.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { openDatabase } from "../../../src/store/sqlite/driver.ts";
import { preparing } from "../../../src/store/sqlite/prepare.ts";
import { buildSearch } from "../../../src/store/sqlite/search/update-search.ts";
import { WordFilter } from "../../../src/store/sqlite/search/word-filter.ts";
import { imported } from "../contract/made-statements.ts";
import { inFolder } from "./temporary-folder.ts";

const wordForm = (of: "words" | "stems", ...row: string[]) => ({
  of,
  row,
  prefix: false,
  languages: null,
});

describe("a filter of words", () => {
  const words = Array.from({ length: 20_000 }, (_, n) => `дорога${n.toString(36)}`);
  const filter = WordFilter.ofSize(2 * words.length);
  for (const word of words) {
    filter.add("words", word);
    filter.add("stems", `${word}s`);
  }
  const read = new WordFilter(Uint8Array.from(filter.bytes));

  it("lets everything pass that it holds", () => {
    for (const word of words) {
      assert.ok(read.mayHold(wordForm("words", word)));
      assert.ok(read.mayHold(wordForm("stems", `${word}s`)));
      assert.ok(read.mayHold({ ...wordForm("words", word, "road"), prefix: true }));
    }
  });

  it("keeps back nearly everything that it does not hold", () => {
    const passed = words.filter(
      (word) =>
        read.mayHold(wordForm("stems", word)) ||
        read.mayHold(wordForm("words", words[0] as string, `${word}s`)),
    );
    assert.ok(passed.length < words.length / 10, `${passed.length} passed`);
  });
});

it("a span with a filter is asked again for words that have come since", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    const store = await openStore(path, { readOnly: false });
    const said = Array.from({ length: 12 }, (_, n) => ({
      date: `20${10 + n}-01-01`,
      text: `The road to place${n} is open again.`,
    }));
    await imported(store, said);
    const database = openDatabase(path);
    database.transaction(() => {
      for (const _ of buildSearch(preparing(database), 4));
      database.exec("UPDATE archive SET generation = generation + 1");
    })();
    database.close();
    const found = async (typed: string) => {
      const { query } = readQuery(typed);
      const request = {
        query,
        filter: EVERYTHING,
        order: "newest",
        after: null,
        limit: 5,
      } as const;
      return (await store.list(request)).statements.map(({ date }) => date);
    };
    assert.deepEqual(await found("place5"), ["2015-01-01"]);
    assert.deepEqual(await found("harbours"), []);
    await imported(store, [{ date: "2015-03-03", text: "The harbour was dredged." }]);
    assert.deepEqual(await found("harbours"), ["2015-03-03"]);
    assert.deepEqual(await found('"harbour was"'), ["2015-03-03"]);
    await store.close();
  }));
