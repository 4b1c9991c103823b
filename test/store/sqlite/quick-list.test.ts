import assert from "node:assert/strict";
import { it } from "node:test";
import { readQuery } from "../../../src/search/read-query.ts";
import { EVERYTHING } from "../../../src/statements/statement-filter.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { openDatabase } from "../../../src/store/sqlite/driver.ts";
import { preparing } from "../../../src/store/sqlite/prepare.ts";
import { quickLists } from "../../../src/store/sqlite/search/quick-list.ts";
import { searcher } from "../../../src/store/sqlite/search/searcher.ts";
import { buildSearch } from "../../../src/store/sqlite/search/update-search.ts";
import type { ListOrder, ListRequest } from "../../../src/store/store.ts";
import { imported } from "../contract/made-statements.ts";
import { inFolder } from "./temporary-folder.ts";

const SAID = Array.from({ length: 20 }, (_, n) => ({
  date: `20${10 + n}-01-01`,
  text: `The road ${n % 5 ? "is open" : "was closed"} again.`,
}));

function asked(typed: string, order: ListOrder = "newest", limit = 3): ListRequest {
  return { query: readQuery(typed).query, filter: EVERYTHING, order, after: null, limit };
}

const QUICK = [
  asked("road"),
  asked("roads -closed", "oldest"),
  asked("open OR closing"),
  asked("x"),
];

const NOT_QUICK = [
  asked('"is open"'),
  asked("ope*"),
  asked("road -clo*"),
  asked("re-open"),
  asked("road", "relevance"),
  asked("a b c d e"),
];

it("a page of single words is found at once, as the search thread finds it, and any other is left to it", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    const store = await openStore(path, { readOnly: false });
    await imported(store, SAID);
    await store.close();
    const database = openDatabase(path);
    const prepare = preparing(database);
    for (const request of QUICK) {
      const slow = searcher(prepare)({ method: "list", parameters: [request] });
      assert.deepEqual(quickLists(prepare)(request), slow);
    }
    for (const request of NOT_QUICK) assert.equal(quickLists(prepare)(request), null);
    database.close();
  }));

it("a page that would need many spans is left to the search thread", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    const store = await openStore(path, { readOnly: false });
    await imported(store, SAID);
    await store.close();
    const database = openDatabase(path);
    const prepare = preparing(database);
    for (const _ of buildSearch(prepare, 1));
    const quick = quickLists(prepare);
    assert.equal(quick(asked("road", "newest", 2))?.statements.length, 2);
    assert.equal(quick(asked("road", "newest", 15))?.statements.length, 15);
    assert.equal(quick(asked("road", "newest", 19)), null);
    assert.equal(quick(asked("road again", "newest", 9)), null);
    // Without its filters a span must be asked for what it does not hold.
    assert.deepEqual(quick(asked("nowhere"))?.statements, []);
    for (let span = 1; span <= SAID.length; span++) {
      database.exec(`DELETE FROM search_sets_${span} WHERE column = 2`);
    }
    assert.equal(quickLists(prepare)(asked("nowhere")), null);
    database.close();
  }));
