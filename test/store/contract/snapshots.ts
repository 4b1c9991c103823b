import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DatelineError } from "../../../src/errors.ts";
import type { SearchQuery } from "../../../src/statements/search-query.ts";
import { EVERYTHING } from "../../../src/statements/statement-filter.ts";
import type { ListRequest, Snapshot } from "../../../src/store/store.ts";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import { add, importing, SECOND_RUN } from "./made-statements.ts";

const WORDS: SearchQuery = { all: [[{ words: ["said"], exact: true, prefix: false }]], none: [] };

const page: ListRequest = {
  query: null,
  filter: EVERYTHING,
  order: "oldest",
  after: null,
  limit: 10,
};

export function snapshotsContract(open: OpenEmptyStore): void {
  describe("a snapshot", () => {
    it(
      "answers from its own state, whatever is imported meanwhile",
      onArchive(open, async ({ store, reader }) => {
        const [first, second] = await importing(store, async (archive) => [
          await add(archive, { date: "2023-01-27" }),
          await add(archive, { date: "2023-01-28", agency: "TASS" }),
        ]);
        const snapshot = await reader.snapshot();
        const before = await reader.summary();
        await importing(store, (archive) => add(archive, { date: "2023-01-26" }), SECOND_RUN);
        assert.equal((await reader.summary()).total, 3);
        assert.deepEqual(await snapshot.summary(), before);
        const ids = (await snapshot.list(page)).statements.map(({ id }) => id);
        assert.deepEqual(ids, [first, second]);
        assert.equal(await snapshot.total(page), 2);
        const named = { query: null, filter: { ...EVERYTHING, agency: "tass" } };
        assert.deepEqual(await snapshot.counts("year", named), [{ period: "2023", count: 1 }]);
        assert.deepEqual(await snapshot.counts("day", page), [
          { period: "2023-01-27", count: 1 },
          { period: "2023-01-28", count: 1 },
        ]);
        await snapshot.close();
      }),
    );

    it(
      "gives whole statements in the order asked for",
      onArchive(open, async ({ store, reader }) => {
        const ids = await importing(store, async (archive) => [
          await add(archive, { date: "2023-01-27", text: "One." }),
          await add(archive, { date: "2023-01-28", text: "Two." }),
        ]);
        const snapshot = await reader.snapshot();
        const asked = [ids[1] as string, "0000000000", ids[0] as string];
        const found = await snapshot.statements(asked);
        assert.deepEqual(
          found,
          await Promise.all([
            reader.statement(ids[1] as string),
            reader.statement(ids[0] as string),
          ]),
        );
        await snapshot.close();
      }),
    );

    it(
      "finds words in its own state",
      onArchive(open, async ({ store, reader }) => {
        await importing(store, (archive) => add(archive, { date: "2023-01-27" }));
        const snapshot = await reader.snapshot();
        await importing(store, (archive) => add(archive, { date: "2023-01-28" }), SECOND_RUN);
        const request = { ...page, query: WORDS };
        assert.equal((await reader.list(request)).statements.length, 2);
        assert.equal((await snapshot.list(request)).statements.length, 1);
        assert.equal(await snapshot.total(request), 1);
        await snapshot.close();
      }),
    );

    it(
      "goes on where the store was closed before it",
      onArchive(open, async ({ store }) => {
        await importing(store, (archive) => add(archive, { date: "2023-01-27" }));
        const snapshot = await store.snapshot();
        await store.close();
        assert.equal(await snapshot.total(page), 1);
        await snapshot.close();
      }),
    );

    it(
      "is refused where too many are held, and given again once one is given up",
      onArchive(open, async ({ reader }) => {
        const held: Snapshot[] = [];
        for (let n = 0; n < 8; n++) held.push(await reader.snapshot());
        await assert.rejects(
          reader.snapshot(),
          (error) => error instanceof DatelineError && error.code === "busy",
        );
        await held.pop()?.close();
        held.push(await reader.snapshot());
        for (const snapshot of held) await snapshot.close();
      }),
    );
  });
}
