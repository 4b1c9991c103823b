import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { dayNumber } from "../../../src/statements/iso-date.ts";
import type { Content } from "../../../src/statements/statement.ts";
import { EVERYTHING } from "../../../src/statements/statement-filter.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { openDatabase } from "../../../src/store/sqlite/driver.ts";
import { preparing } from "../../../src/store/sqlite/prepare.ts";
import { planSpans } from "../../../src/store/sqlite/search/plan-spans.ts";
import { MOST_RANKED } from "../../../src/store/sqlite/search/rank.ts";
import { buildSearch } from "../../../src/store/sqlite/search/update-search.ts";
import { keyOf } from "../../../src/store/sqlite/statement-key.ts";
import type { Store } from "../../../src/store/store.ts";
import {
  content,
  day,
  digestOf,
  fileOf,
  imported,
  importing,
  type Said,
} from "../contract/made-statements.ts";
import { isFoundPlainly } from "../contract/plain-search.ts";
import { expectAnswers, questions, statements, walked } from "../contract/searches.ts";
import { expectSoundIndex } from "./sound-index.ts";
import { inFolder } from "./temporary-folder.ts";

interface Known {
  id: string;
  said: Content;
}

/** In the order of the archive: by day, and within a day as they came. */
function inOrder(all: Known[]): Known[] {
  return all.toSorted((a, b) =>
    a.said.date < b.said.date ? -1 : a.said.date > b.said.date ? 1 : 0,
  );
}

async function importAll(store: Store, all: Said[], first: number): Promise<Known[]> {
  const numbered = all.map((said, n) => ({ ...said, text: `${said.text} number${first + n}` }));
  const ids = await imported(store, numbered);
  return numbered.map((said, n) => ({ id: ids[n] as string, said: content(said) }));
}

/** Makes the index anew in spans of that many statements. */
function inSpansOf(path: string, size: number): number {
  const database = openDatabase(path);
  const prepare = preparing(database);
  database.transaction(() => {
    for (const _ of buildSearch(prepare, size));
    // A reader looks at the spans again when the archive has changed.
    prepare("UPDATE archive SET generation = generation + 1").run();
  })();
  const spans = prepare("SELECT count(*) FROM search_span").pluck().get() as number;
  database.close();
  return spans;
}

/** Other words, on a day that no other statement has. */
async function reviseFirst(store: Store, all: Known[]): Promise<Known[]> {
  const [first, ...others] = all as [Known, ...Known[]];
  const said = { ...first.said, date: day("2023-02-05"), text: "call road дорога moved" };
  await importing(store, (run) =>
    run.revise(first.id, said, digestOf(said), fileOf("moved.txt", said)),
  );
  return [...others, { ...first, said }];
}

it("several spans answer as one, and go on to when statements come, change and move", async () => {
  const property = fc.asyncProperty(
    statements,
    statements,
    fc.array(questions, { minLength: 3, maxLength: 5 }),
    async (made, more, asked) =>
      inFolder(async (folder) => {
        const path = `${folder}/archive.db`;
        const store = await openStore(path, { readOnly: false });
        let all = await importAll(store, made, 0);
        inSpansOf(path, 3);
        for (const one of asked) await expectAnswers(store, one, inOrder(all));
        all = await reviseFirst(store, [...all, ...(await importAll(store, more, 100))]);
        for (const one of asked) await expectAnswers(store, one, inOrder(all));
        await store.close();
        expectSoundIndex(path);
      }),
  );
  await fc.assert(property, { numRuns: 5, includeErrorInReport: true });
});

it("words that many statements hold are counted from their sets, and by the full-text table where there are none", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    const store = await openStore(path, { readOnly: false });
    const made = Array.from({ length: 2500 }, (_, n) => ({
      date: `2023-01-${String((n % 28) + 1).padStart(2, "0")}`,
      text: `${n % 3 ? "call" : "calling"} ${n % 5 ? "road" : "дорога"} ${n % 1000 ? "" : "rare"}`,
      headline: n % 7 ? "…" : "heading",
      headlineDerived: false,
      language: n % 4 ? "en" : "ru",
    }));
    let all = await importAll(store, made, 0);
    const database = openDatabase(path, { readonly: true });
    const kept = database.prepare("SELECT word FROM search_sets_1 WHERE column = 0").pluck().all();
    database.close();
    assert.deepEqual(kept.toSorted(), ["call", "calling", "heading", "road", "дорога"]);
    const expectTotals = async () => {
      for (const word of ["calls", "calling", "road", "дороги", "rare", "heading"]) {
        for (const exact of [false, true]) {
          for (const order of ["all", "none"] as const) {
            const term = { words: [word], exact, prefix: false };
            const query = {
              all: order === "all" ? [[term]] : [],
              none: order === "none" ? [term] : [],
            };
            const filter = {
              from: day("2023-01-05"),
              to: null,
              agency: null,
              place: null,
              language: null,
              tag: null,
            };
            const expected = all.filter(({ said }) => isFoundPlainly(query, filter, said)).length;
            assert.equal(
              await store.total({ query, filter }),
              expected,
              `${order} ${word} ${exact}`,
            );
          }
        }
      }
    };
    await expectTotals();
    all = await reviseFirst(store, [...all, ...(await importAll(store, made.slice(0, 40), 9000))]);
    await expectTotals();
    await store.close();
    expectSoundIndex(path);
  }));

it("a span is a run of years that holds enough, and a year that holds too much is parted between days", () => {
  const days = (...counts: [string, number][]) =>
    counts.map(([date, count]) => ({ number: dayNumber(day(date)), count }));
  const at = (date: string) => keyOf(dayNumber(day(date)), 0);
  assert.deepEqual(planSpans(0, [], 10), [0]);
  assert.deepEqual(
    planSpans(
      0,
      days(["1789-07-14", 4], ["1900-01-01", 7], ["1901-01-01", 3], ["9999-12-31", 1]),
      10,
    ),
    [0, at("1901-01-01")],
  );
  assert.deepEqual(
    planSpans(
      5,
      days(["2023-01-01", 12], ["2023-01-02", 9], ["2023-01-03", 90], ["2023-01-04", 1]),
      10,
    ),
    [5, at("2023-01-03"), at("2023-01-04")],
  );
});

it("hits too many to rank all come once each: the newest ranked, the rest newest first", () =>
  inFolder(async (folder) => {
    const store = await openStore(`${folder}/archive.db`, { readOnly: false });
    const made = Array.from({ length: MOST_RANKED + 400 }, (_, n) => ({
      date: `20${String(10 + (n % 9))}-01-0${(n % 7) + 1}`,
      text: `road ${n % 4 ? "" : "road road"}`,
    }));
    const all = await importAll(store, made, 0);
    const term = { words: ["road"], exact: false, prefix: false };
    const asked = { query: { all: [[term]], none: [] }, filter: EVERYTHING };
    const newest = inOrder(all)
      .map(({ id }) => id)
      .reverse();
    const ids = await walked(store, { ...asked, order: "relevance" }, 350);
    assert.deepEqual(ids.slice(0, MOST_RANKED).toSorted(), newest.slice(0, MOST_RANKED).toSorted());
    assert.deepEqual(ids.slice(MOST_RANKED), newest.slice(MOST_RANKED));
    const list = { ...asked, order: "relevance", after: null, limit: 1 } as const;
    assert.equal((await store.list(list)).ranked, MOST_RANKED);
    for (const at of [0, MOST_RANKED - 1, MOST_RANKED, MOST_RANKED + 1, ids.length - 1]) {
      const beside = await store.besideInList(ids[at] as string, list);
      assert.deepEqual([beside.previous?.id, beside.next?.id], [ids[at - 1], ids[at + 1]]);
    }
    await store.close();
  }));
