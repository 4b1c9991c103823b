import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rememberingStore } from "../src/remembering-store.ts";
import { EVERYTHING } from "../src/statements/statement-filter.ts";
import type { Store } from "../src/store/store.ts";
import { openTestArchive, type TestArchive } from "./support/archive.ts";
import { EXAMPLE_FILES } from "./support/example-files.ts";

const ALL = { query: null, filter: EVERYTHING };

/** Every question whose answer is remembered. */
async function askAll(store: Store) {
  return {
    summary: await store.summary(),
    total: await store.total(ALL),
    totalOfPlace: await store.total({ query: null, filter: { ...EVERYTHING, place: "Lakeside" } }),
    years: await store.counts("year", ALL),
    days: await store.counts("day", ALL),
    facets: await store.facets(ALL),
    agencies: await store.names("agency"),
    places: await store.names("place"),
  };
}

/** The store, and the names of the methods that it was asked by, in order. */
function listening(store: Store): { store: Store; asked: string[] } {
  const asked: string[] = [];
  const methods = Object.entries(store).map(([name, method]) => {
    const told = (...parameters: unknown[]) => {
      if (name !== "state") asked.push(name);
      return (method as (...given: unknown[]) => unknown)(...parameters);
    };
    return [name, told];
  });
  return { store: Object.fromEntries(methods) as Store, asked };
}

describe("a store that remembers", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive(EXAMPLE_FILES);
  });
  after(() => archive.close());

  it("answers what the store answers, and asks it once while nothing changes", async () => {
    const { store, asked } = listening(archive.store);
    const remembering = rememberingStore(store);
    const expected = await askAll(archive.store);
    assert.deepEqual(await askAll(remembering), expected);
    const once = asked.length;
    assert.deepEqual(await askAll(remembering), expected);
    assert.equal(asked.length, once);
    await Promise.all([remembering.total(ALL), remembering.total(ALL)]);
    assert.equal(asked.length, once);
  });

  it("never answers from before an import", async () => {
    const changing = await openTestArchive(EXAMPLE_FILES);
    const remembering = rememberingStore(changing.store);
    const earlier = await askAll(remembering);
    await changing.import({
      "9.txt": " date 2019-03-05 LAKESIDE, March 5 – Later Agency. A later word was given.",
    });
    const later = await askAll(remembering);
    assert.deepEqual(later, await askAll(changing.store));
    for (const [question, answer] of Object.entries(later)) {
      assert.notDeepEqual(answer, earlier[question as keyof typeof earlier], question);
    }
    await changing.close();
  });

  it("asks each time while nobody can say what state the archive is in", async () => {
    const { store, asked } = listening({ ...archive.store, state: () => null });
    const remembering = rememberingStore(store);
    await remembering.total(ALL);
    await remembering.total(ALL);
    assert.deepEqual(asked, ["total", "total"]);
  });

  it("asks again after a failure", async () => {
    let failures = 0;
    const failing: Store = {
      ...archive.store,
      total: async (asked) => {
        if (failures++ === 0) throw new Error("not just now");
        return archive.store.total(asked);
      },
    };
    const remembering = rememberingStore(failing);
    await assert.rejects(remembering.total(ALL), /not just now/);
    assert.equal(await remembering.total(ALL), Object.keys(EXAMPLE_FILES).length);
  });

  it("forgets what was asked longest ago when it holds much", async () => {
    const { store, asked } = listening(archive.store);
    const remembering = rememberingStore(store);
    const askFor = (place: string) =>
      remembering.total({ query: null, filter: { ...EVERYTHING, place } });
    await askFor("first");
    for (let number = 0; number < 255; number++) await askFor(`place ${number}`);
    await askFor("first");
    assert.equal(asked.length, 256, "still held");
    await askFor("one more");
    await askFor("first");
    assert.equal(asked.length, 257, "held because it was asked for again");
    await askFor("place 0");
    assert.equal(asked.length, 258, "forgotten");
  });
});
