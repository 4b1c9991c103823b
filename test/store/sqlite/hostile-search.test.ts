import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { readQuery } from "../../../src/search/read-query.ts";
import { EVERYTHING } from "../../../src/statements/statement-filter.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { sharedTest } from "../../support/shared.ts";
import { imported } from "../contract/made-statements.ts";
import { inFolder } from "./temporary-folder.ts";

async function onSmallArchive(work: (store: Store) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const store = await openStore(`${folder}/archive.db`, { readOnly: false });
    await imported(store, [{ date: "2023-01-27", text: "The road is open: (NEAR) a AND b* “c”." }]);
    await work(store);
    await store.close();
  });
}

/** All that a page asks about what somebody typed. */
async function askAll(store: Store, typed: string): Promise<void> {
  const { query } = readQuery(typed);
  const asked = { query, filter: EVERYTHING };
  const order = query ? "relevance" : "newest";
  const { statements } = await store.list({ ...asked, order, after: null, limit: 20 });
  assert.equal(await store.total(asked), statements.length, typed);
  const ids = statements.map(({ id }) => id);
  if (query) await store.hitWords(ids, query);
  await store.facets(asked);
  await store.counts("month", asked);
  await store.nearSpellings(typed);
}

for (const name of ["fts5/fts5-match-expressions.json", "strings/blns.json"]) {
  sharedTest(`payloads/${name}`, `every string of ${name} is answered`, async (path) => {
    const strings = JSON.parse(readFileSync(path, "utf8")) as string[];
    await onSmallArchive(async (store) => {
      for (const typed of strings) await askAll(store, typed);
    });
  });
}

test("any string is answered, whatever the program that calls makes of it", () =>
  onSmallArchive(async (store) => {
    const word = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom('"', "a", "NEAR", "*", "="),
    );
    const term = fc.record({
      words: fc.array(word, { maxLength: 3 }),
      exact: fc.boolean(),
      prefix: fc.boolean(),
    });
    const query = fc.record({
      all: fc.array(fc.array(term, { maxLength: 3 }), { maxLength: 3 }),
      none: fc.array(term, { maxLength: 2 }),
    });
    const property = fc.asyncProperty(query, async (made) => {
      await store.total({ query: made, filter: EVERYTHING });
    });
    await fc.assert(property, { numRuns: 100 });
  }));
