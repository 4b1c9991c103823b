import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, type IsoDate } from "../../../src/statements/iso-date.ts";
import type { StatementSummary } from "../../../src/statements/statement.ts";
import type { SortOrder, StatementFilter } from "../../../src/statements/statement-filter.ts";
import type { Position, Store } from "../../../src/store/store.ts";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import { day, imported } from "./made-statements.ts";

const FIRST = day("2023-12-20");
const dates = fc.integer({ min: 0, max: 30 }).map((days) => addDays(FIRST, days) as IsoDate);
const places = fc.constantFrom(null, "Moscow", "MOSCOW", "Baku");
const agencies = fc.constantFrom(null, "TASS", "Tass");
const languages = fc.constantFrom("en", "ru");

const statements = fc.array(
  fc.record({
    date: dates,
    place: places,
    agency: agencies,
    language: languages,
    tags: fc.constantFrom<string[]>([], ["EU"], ["other", "eu"]),
  }),
  { maxLength: 40 },
);

const requests = fc.record({
  filter: fc.record({
    from: fc.option(dates),
    to: fc.option(dates),
    place: fc.constantFrom(null, "moscow", "baku", "Paris"),
    agency: fc.constantFrom(null, "tass"),
    language: fc.constantFrom(null, "RU"),
    tag: fc.constantFrom(null, null, "eu"),
  }),
  order: fc.constantFrom<SortOrder>("newest", "oldest"),
  limit: fc.integer({ min: 1, max: 12 }),
});

/** The obvious way to the same answer. */
function passes(filter: StatementFilter, statement: StatementSummary): boolean {
  const same = (asked: string | null, has: string | null) =>
    asked === null || asked.toLowerCase() === has?.toLowerCase();
  return (
    (filter.from === null || statement.date >= filter.from) &&
    (filter.to === null || statement.date <= filter.to) &&
    same(filter.place, statement.place) &&
    same(filter.agency, statement.agency) &&
    same(filter.language, statement.language) &&
    (filter.tag === null || / eu\b/i.test(statement.headline))
  );
}

interface Walk {
  filter: StatementFilter;
  order: SortOrder;
  limit: number;
}

/** The ids of all pages, and where each began. */
async function walkForward(store: Store, request: Walk, total: number) {
  const ids: string[] = [];
  const begins: (Position | null)[] = [];
  assert.equal(await store.total({ query: null, filter: request.filter }), total);
  for (let next: { after: Position | null } | null = { after: null }; next; ) {
    begins.push(next.after);
    const page = await store.list({ query: null, ...request, after: next.after });
    assert.ok(page.statements.length <= request.limit);
    ids.push(...page.statements.map(({ id }) => id));
    next = page.next;
  }
  return { ids, begins };
}

/** Where each page begins, found from the last page backwards. */
async function walkBack(store: Store, request: Walk, last: Position | null) {
  const begins: (Position | null)[] = [];
  for (let at: { after: Position | null } | null = { after: last }; at; ) {
    begins.unshift(at.after);
    at = (await store.list({ query: null, ...request, after: at.after })).previous;
  }
  return begins;
}

export function pagingContract(open: OpenEmptyStore): void {
  describe("pages", () => {
    it("visit every statement that passes once, forwards and back", async () => {
      const property = fc.asyncProperty(statements, fc.array(requests), async (said, asked) => {
        await onArchive(open, async ({ store }) => {
          await imported(
            store,
            said.map((one, index) => ({
              ...one,
              text: `Statement ${index}.`,
              headline: `Tagged ${one.tags.join(" ")}`,
            })),
          );
          const oldest = {
            from: null,
            to: null,
            place: null,
            agency: null,
            language: null,
            tag: null,
          };
          const all = await store.list({
            query: null,
            filter: oldest,
            order: "oldest",
            after: null,
            limit: 1000,
          });
          const days = all.statements.map(({ date }) => date);
          assert.deepEqual(days, said.map(({ date }) => date).sort());
          for (const request of asked) {
            const expected = all.statements.filter((one) => passes(request.filter, one));
            if (request.order === "newest") expected.reverse();
            const { ids, begins } = await walkForward(store, request, expected.length);
            assert.deepEqual(
              ids,
              expected.map(({ id }) => id),
            );
            assert.deepEqual(await walkBack(store, request, begins.at(-1) ?? null), begins);
          }
        })();
      });
      await fc.assert(property, { numRuns: 12 });
    });

    it(
      "go on from a position whose statement has left it",
      onArchive(open, async ({ store }) => {
        await imported(store, [
          { date: "2023-01-01", headline: "before" },
          { date: "2023-01-03", headline: "behind" },
        ]);
        const filter = {
          from: null,
          to: null,
          place: null,
          agency: null,
          language: null,
          tag: null,
        };
        const page = await store.list({
          query: null,
          filter,
          order: "newest",
          after: "2023-01-02.7",
          limit: 5,
        });
        assert.deepEqual(
          page.statements.map(({ headline }) => headline),
          ["before"],
        );
        assert.deepEqual(page.previous, { after: null });
        const past = await store.list({
          query: null,
          filter,
          order: "newest",
          after: "2022-01-01.1",
          limit: 1,
        });
        assert.deepEqual(past.statements, []);
        assert.deepEqual(past.previous, { after: "2023-01-03.1" });
        const start = await store.list({
          query: null,
          filter,
          order: "newest",
          after: "2024-01-01.1",
          limit: 1,
        });
        assert.equal(start.previous, null);
      }),
    );
  });
}
