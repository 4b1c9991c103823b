import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { EVERYTHING } from "../../../src/statements/statement-filter.ts";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import { day, headlines, imported, listed } from "./made-statements.ts";

const THREE = [
  { date: "2023-01-27", headline: "first" },
  { date: "2023-01-27", headline: "second" },
  { date: "2023-02-22", headline: "third" },
];

export function listsContract(open: OpenEmptyStore): void {
  describe("lists", () => {
    it(
      "an empty archive gives empty answers",
      onArchive(open, async ({ store }) => {
        const page = await listed(store);
        assert.deepEqual(page, {
          total: 0,
          ranked: null,
          statements: [],
          next: null,
          previous: null,
        });
        assert.equal(await store.statement("0123456789"), null);
        assert.deepEqual(await store.neighbours("0123456789"), { earlier: null, later: null });
      }),
    );

    it(
      "newest has the last place of the latest day first, and oldest is its reverse",
      onArchive(open, async ({ store }) => {
        await imported(store, THREE);
        assert.deepEqual(await headlines(store), ["third", "second", "first"]);
        const request = {
          query: null,
          filter: EVERYTHING,
          order: "oldest",
          after: null,
          limit: 2,
        } as const;
        const page = await store.list(request);
        assert.deepEqual(
          page.statements.map(({ headline }) => headline),
          ["first", "second"],
        );
        assert.deepEqual(page.next, { after: "2023-01-27.2" });
        assert.equal(await store.total(request), 3);
      }),
    );

    it(
      "both ends of a period are included",
      onArchive(open, async ({ store }) => {
        await imported(store, THREE);
        const period = { from: day("2023-01-27"), to: day("2023-02-22") };
        assert.equal((await listed(store, period)).total, 3);
        assert.deepEqual(await headlines(store, { ...period, to: day("2023-02-21") }), [
          "second",
          "first",
        ]);
        assert.deepEqual(await headlines(store, { from: day("2023-01-28") }), ["third"]);
      }),
    );

    it(
      "the first and the last day that there are can be used",
      onArchive(open, async ({ store }) => {
        await imported(store, [
          { date: "9999-12-31", headline: "end" },
          { date: "0001-01-01", headline: "beginning" },
        ]);
        assert.deepEqual(await headlines(store), ["end", "beginning"]);
        assert.deepEqual(await headlines(store, { from: day("9999-12-31") }), ["end"]);
        assert.deepEqual(await headlines(store, { to: day("0001-01-01") }), ["beginning"]);
        const whole = { from: day("0001-01-01"), to: day("9999-12-31") };
        assert.equal((await listed(store, whole)).total, 2);
      }),
    );

    it(
      "neighbours are the statements just before and after",
      onArchive(open, async ({ store }) => {
        const [first, second] = (await imported(store, THREE)) as [string, string];
        const { earlier, later } = await store.neighbours(second);
        assert.equal(earlier?.headline, "first");
        assert.equal(later?.headline, "third");
        assert.equal((await store.neighbours(first)).earlier, null);
      }),
    );
  });
}
