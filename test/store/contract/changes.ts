import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { isChangeKey } from "../../../src/statements/change-key.ts";
import { addDays, type IsoDate } from "../../../src/statements/iso-date.ts";
import type { SearchQuery } from "../../../src/statements/search-query.ts";
import { EVERYTHING } from "../../../src/statements/statement-filter.ts";
import type { ChangesRequest, StatementChange, Store } from "../../../src/store/store.ts";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import { add, content, day, digestOf, fileOf, imported, importing } from "./made-statements.ts";

const EVERY_CHANGE: ChangesRequest = {
  from: null,
  until: null,
  query: null,
  filter: EVERYTHING,
  order: "oldest",
  kind: "all",
  after: null,
  limit: 50,
};

const FIRST_DAY = day("2023-01-01");
const dates = fc.integer({ min: 0, max: 5 }).map((days) => addDays(FIRST_DAY, days) as IsoDate);
const said = fc.record({
  date: dates,
  agency: fc.constantFrom(null, "TASS", "Tass"),
  place: fc.constantFrom(null, "Baku"),
  language: fc.constantFrom("en", "ru"),
  tags: fc.constantFrom<string[]>([], ["EU"]),
});

/** One run: statements to add, and which of those that are there to revise. Clocks may go back from one run to the next. */
const runs = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 9 }).map((second) => `2024-05-01T10:00:0${second}Z`),
    added: fc.array(said, { maxLength: 5 }),
    revised: fc.array(fc.record({ which: fc.nat(), to: said }), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 6 },
);

const instants = fc.constantFrom(null, null, "2024-05-01T10:00:03Z", "2024-05-01T10:00:06Z");

/** Only later wordings hold it. */
const AGAIN: SearchQuery = { all: [[{ words: ["again"], exact: false, prefix: false }]], none: [] };

const requests = fc.record({
  from: instants,
  until: instants,
  query: fc.constantFrom(null, null, AGAIN),
  filter: fc.record({
    from: fc.constantFrom(null, null, day("2023-01-02")),
    to: fc.constantFrom(null, null, day("2023-01-04")),
    agency: fc.constantFrom(null, null, "tass", "nobody"),
    place: fc.constantFrom(null, null, "baku"),
    language: fc.constantFrom(null, null, "RU"),
    tag: fc.constantFrom(null, null, "eu"),
  }),
  order: fc.constantFrom("newest" as const, "oldest" as const),
  kind: fc.constantFrom("all" as const, "corrections" as const),
  limit: fc.integer({ min: 1, max: 5 }),
});

/** What the archive should say of one statement. */
interface Expected {
  id: string;
  at: string;
  kind: string;
  said: {
    date: IsoDate;
    agency: string | null;
    place: string | null;
    language: string;
    tags: string[];
  };
}

/** Makes those runs, and the slow reference beside them: all that happened, in order. */
async function make(store: Store, all: typeof runs extends fc.Arbitrary<infer T> ? T : never) {
  const log: Expected[] = [];
  let clock = "";
  let made = 0;
  for (const { at, added, revised } of all) {
    await importing(
      store,
      async (run) => {
        const now = at > clock ? at : clock;
        for (const one of added) {
          const id = await add(run, { ...one, text: `Said ${made}.` }, `${made}.txt`);
          made++;
          log.push({ id, at: now, kind: "added", said: one });
        }
        for (const { which, to } of revised) {
          const before = log[which % Math.max(1, log.length)];
          if (!before) continue;
          const whole = content({ ...to, text: `Said again ${made++}.` });
          await run.revise(before.id, whole, digestOf(whole), fileOf(`${made}.txt`, whole));
          log.push({ id: before.id, at: now, kind: "revised", said: to });
        }
      },
      at,
    );
    if (added.length + revised.length > 0 && log.length > 0 && at > clock) clock = at;
  }
  return log;
}

/** The obvious way to the same answer. */
function expectedOf(log: Expected[], asked: Omit<ChangesRequest, "after">): Expected[] {
  const { from, until, query, filter, order, kind } = asked;
  const same = (name: string | null, has: string | null) =>
    name === null || name.toLowerCase() === has?.toLowerCase();
  const last = log.filter(({ id }, at) => !log.slice(at + 1).some((later) => later.id === id));
  const found = last.filter(
    ({ at, kind: happened, said }) =>
      (from === null || at >= from) &&
      (until === null || at <= until) &&
      (kind === "all" || happened !== "added") &&
      (query === null || happened === "revised") &&
      (filter.from === null || said.date >= filter.from) &&
      (filter.to === null || said.date <= filter.to) &&
      same(filter.agency, said.agency) &&
      same(filter.place, said.place) &&
      same(filter.language, said.language) &&
      (filter.tag === null || said.tags.length > 0),
  );
  return order === "newest" ? found.reverse() : found;
}

/** All pages in one row. */
async function walk(
  store: Store,
  asked: Omit<ChangesRequest, "after">,
): Promise<StatementChange[]> {
  const all: StatementChange[] = [];
  for (let next: { after: string | null } | null = { after: null }; next; ) {
    const page = await store.changes({ ...asked, after: next.after });
    assert.ok(page.changes.length <= asked.limit);
    assert.ok(page.next === null || (isChangeKey(page.next.after) && page.changes.length > 0));
    all.push(...page.changes);
    next = page.next;
  }
  return all;
}

const brief = ({ at, kind, statement, tombstone }: StatementChange) => ({
  id: statement?.id ?? tombstone?.id,
  at,
  kind,
});

export function changesContract(open: OpenEmptyStore): void {
  describe("changes", () => {
    it("list each statement once, where its last change is, narrowed as the slow reference says", async () => {
      const property = fc.asyncProperty(
        runs,
        fc.array(requests, { minLength: 5 }),
        async (all, asked) => {
          await onArchive(open, async ({ store }) => {
            const log = await make(store, all);
            for (const request of asked) {
              const found = await walk(store, request);
              const expected = expectedOf(log, request);
              assert.deepEqual(
                found.map(brief),
                expected.map(({ id, at, kind }) => ({ id, at, kind })),
              );
              for (const change of found)
                assert.deepEqual(await store.lastChange(change.statement?.id ?? ""), change);
            }
          })();
        },
      );
      await fc.assert(property, { numRuns: 20 });
    });

    it("are walked by key alike where a filter leaves too many to sort", async () => {
      await onArchive(open, async ({ store }) => {
        const many = Array.from({ length: 2100 }, (_, n) => ({
          date: n % 2 === 0 ? "2023-01-27" : "2023-01-28",
          text: `Said ${n}.`,
          agency: "TASS",
          tags: ["EU"],
        }));
        const ids = await imported(store, many);
        const filter = { ...EVERYTHING, agency: "tass", tag: "eu" };
        const found = await walk(store, { ...EVERY_CHANGE, filter, limit: 1000 });
        assert.deepEqual(
          found.map(({ statement }) => statement?.id),
          ids,
        );
        const period = { ...filter, to: day("2023-01-27") };
        const first = await store.changes({
          ...EVERY_CHANGE,
          filter: period,
          order: "newest",
          limit: 1,
        });
        assert.equal(first.changes[0]?.statement?.id, ids[2098]);
        const query: SearchQuery = {
          all: [[{ words: ["said"], exact: false, prefix: false }]],
          none: [],
        };
        const hits = await walk(store, { ...EVERY_CHANGE, query, filter, limit: 1000 });
        assert.deepEqual(
          hits.map(({ statement }) => statement?.id),
          ids,
        );
      })();
    });

    it(
      "that come while somebody walks from the oldest are met at the end, and none is lost",
      onArchive(open, async ({ store, reader }) => {
        const texts = ["One.", "Two.", "Three."].map((text) => ({ date: "2023-01-27", text }));
        const ids = (await imported(store, texts)) as [string, string, string];
        const first = await reader.changes({ ...EVERY_CHANGE, limit: 1 });
        assert.deepEqual(first.changes.map(brief)[0]?.id, ids[0]);
        const again = content({ date: "2023-01-27", text: "One and two." });
        const later = "2024-05-03T10:00:00Z";
        await importing(
          store,
          async (run) => {
            await run.revise(ids[0], again, digestOf(again), fileOf("1.txt", again));
            await add(run, { date: "2023-01-20", text: "Four." }, "4.txt");
          },
          later,
        );
        const rest = await reader.changes({ ...EVERY_CHANGE, after: first.next?.after ?? null });
        assert.deepEqual(
          rest.changes.map(({ kind, at }) => ({ kind, late: at === later })),
          [
            { kind: "added", late: false },
            { kind: "added", late: false },
            { kind: "revised", late: true },
            { kind: "added", late: true },
          ],
        );
      }),
    );

    it(
      "of a run have the instant at which it was done, which never goes back",
      onArchive(open, async ({ store }) => {
        const run = (at: string, now: string, text: string) =>
          store.importRun({ at, now: () => now, dryRun: false, sample: false }, (archive) =>
            add(archive, { date: "2023-01-27", text }, `${text}txt`),
          );
        await run("2024-05-01T10:00:00Z", "2024-05-01T10:20:00Z", "One.");
        await run("2024-05-01T10:10:00Z", "2024-05-01T10:11:00Z", "Two.");
        const { changes } = await store.changes(EVERY_CHANGE);
        assert.deepEqual(
          changes.map(({ at }) => at),
          ["2024-05-01T10:20:00Z", "2024-05-01T10:20:00Z"],
        );
      }),
    );

    it(
      "of a sample that has gone are withdrawals, and whoever had read up to them reads on",
      onArchive(open, async ({ store }) => {
        const sample = { at: "2024-05-01T10:00:00Z", dryRun: false, sample: true };
        const id = await store.importRun(sample, (run) =>
          add(run, { date: "1789-07-14", text: "Sample." }, "sample.txt"),
        );
        await store.importRun(sample, (run) =>
          add(run, { date: "1789-07-15", text: "Another." }, "another.txt"),
        );
        const read = await store.changes({ ...EVERY_CHANGE, limit: 1 });
        await imported(store, [{ date: "2023-01-27", text: "Real." }], "2024-05-02T10:00:00Z");
        const { changes } = await store.changes({
          ...EVERY_CHANGE,
          after: read.next?.after ?? null,
        });
        assert.deepEqual(
          changes.map(({ kind, tombstone }) => ({ kind, gone: tombstone !== null })),
          [
            { kind: "withdrawn", gone: true },
            { kind: "withdrawn", gone: true },
            { kind: "added", gone: false },
          ],
        );
        assert.ok(changes.some(({ tombstone }) => tombstone?.id === id));
        assert.deepEqual(
          await store.lastChange(id),
          changes.find(({ tombstone }) => tombstone?.id === id),
        );
        assert.equal(await store.lastChange("0000000000"), null);
        assert.ok(changes.every(({ at }) => at === "2024-05-02T10:00:00Z"));
        const corrections = await store.changes({ ...EVERY_CHANGE, kind: "corrections" });
        assert.equal(corrections.changes.length, 2);
      }),
    );
  });
}
