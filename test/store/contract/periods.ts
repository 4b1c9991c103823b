import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import { day, EVERY_DAY, everyDay, imported, listed } from "./made-statements.ts";

const SAID = [
  "0001-01-01",
  "1789-07-14",
  "2023-01-27",
  "2023-01-27",
  "2023-12-31",
  "9999-12-31",
].map((date, index) => ({ date, text: `Said ${index}.` }));

export function periodsContract(open: OpenEmptyStore): void {
  describe("periods", () => {
    it(
      "years, months and days are counted, those with nothing left out",
      onArchive(open, async ({ store }) => {
        await imported(store, SAID);
        assert.deepEqual(await store.counts("year", EVERY_DAY), [
          { period: "0001", count: 1 },
          { period: "1789", count: 1 },
          { period: "2023", count: 3 },
          { period: "9999", count: 1 },
        ]);
        const year = [day("2023-01-01"), day("2023-12-31")] as const;
        assert.deepEqual(await store.counts("month", everyDay(...year)), [
          { period: "2023-01", count: 2 },
          { period: "2023-12", count: 1 },
        ]);
        assert.deepEqual(await store.counts("day", everyDay(year[0], day("2023-01-27"))), [
          { period: "2023-01-27", count: 2 },
        ]);
      }),
    );

    it(
      "totals of any period are exact",
      onArchive(open, async ({ store }) => {
        await imported(store, SAID);
        const ends = [...new Set(SAID.map(({ date }) => day(date))), day("2023-06-15")];
        for (const from of [null, ...ends]) {
          for (const to of [null, ...ends]) {
            const within = ({ date }: { date: string }) =>
              (from === null || date >= from) && (to === null || date <= to);
            const { total } = await listed(store, { from, to });
            assert.equal(total, SAID.filter(within).length, `${from} to ${to}`);
          }
        }
      }),
    );

    it(
      "the nearest days before and after are found",
      onArchive(open, async ({ store }) => {
        await imported(store, SAID);
        assert.deepEqual(await store.nearestDays(day("2023-01-28"), day("2023-11-30")), {
          before: { period: "2023-01-27", count: 2 },
          after: { period: "2023-12-31", count: 1 },
        });
        assert.deepEqual(await store.nearestDays(day("0001-01-01"), day("9999-12-31")), {
          before: null,
          after: null,
        });
      }),
    );

    it(
      "the summary counts the whole archive",
      onArchive(open, async ({ store }) => {
        const empty = await store.summary();
        assert.deepEqual(empty, {
          generation: 0,
          total: 0,
          first: null,
          last: null,
          headlinesDerived: 0,
          laterRevisions: 0,
          files: 0,
          missingFiles: 0,
          changedAt: null,
          sample: false,
        });
        await imported(store, [
          ...SAID.slice(1, 3),
          { date: "2023-02-01", headlineDerived: false },
        ]);
        assert.deepEqual(await store.summary(), {
          ...empty,
          generation: 1,
          total: 3,
          first: "1789-07-14",
          last: "2023-02-01",
          headlinesDerived: 2,
          files: 3,
          changedAt: "2024-05-01T10:00:00Z",
        });
      }),
    );
  });
}
