import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DatelineError } from "../../../src/errors.ts";
import type { Store } from "../../../src/store/store.ts";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import { add, EVERY_DAY, FIRST_RUN, headlines, importing, SECOND_RUN } from "./made-statements.ts";

const SAMPLE = { date: "1789-07-14", headline: "sample", place: "Paris" };
const REAL = { date: "2023-01-27", headline: "real" };

function importSample(store: Store): Promise<string> {
  const options = { at: FIRST_RUN, dryRun: false, sample: true };
  return store.importRun(options, (run) => add(run, SAMPLE, "sample.txt"));
}

export function sampleContract(open: OpenEmptyStore): void {
  describe("the sample", () => {
    it(
      "goes when anything else is imported, and leaves tombstones",
      onArchive(open, async ({ store }) => {
        const id = await importSample(store);
        assert.equal((await store.summary()).sample, true);
        const real = await importing(
          store,
          async (run) => {
            assert.deepEqual(await run.knownFiles("/letters", null), []);
            return add(run, REAL, "real.txt");
          },
          SECOND_RUN,
        );
        assert.deepEqual(await headlines(store), ["real"]);
        const { total, sample, files, first, generation } = await store.summary();
        assert.deepEqual([total, sample, files, first, generation], [1, false, 1, REAL.date, 2]);
        assert.deepEqual(await store.names("place"), []);
        assert.deepEqual(
          (await store.counts("year", EVERY_DAY)).map(({ period }) => period),
          ["2023"],
        );
        const tombstone = await store.statement(id);
        assert.ok(tombstone && "removedAt" in tombstone);
        assert.equal(tombstone.removedAt, SECOND_RUN);
        assert.equal(tombstone.date, SAMPLE.date);
        assert.notEqual(real, id);
      }),
    );

    it(
      "stays when a dry run or a failing one was to replace it",
      onArchive(open, async ({ store }) => {
        await importSample(store);
        const options = { at: SECOND_RUN, dryRun: true, sample: false };
        await store.importRun(options, (run) => add(run, REAL, "real.txt"));
        const failing = importing(store, () => Promise.reject(new Error("no")));
        await assert.rejects(failing, /no/);
        assert.deepEqual(await headlines(store), ["sample"]);
        assert.equal((await store.summary()).sample, true);
      }),
    );

    it(
      "imported as anything else gets its addresses back",
      onArchive(open, async ({ store }) => {
        const id = await importSample(store);
        const again = await importing(store, (run) => add(run, SAMPLE, "sample.txt"));
        assert.equal(again, id);
        assert.deepEqual(await headlines(store), ["sample"]);
        assert.equal((await store.summary()).sample, false);
      }),
    );

    it(
      "can be imported again as the sample, but not into another archive",
      onArchive(open, async ({ store }) => {
        await importSample(store);
        const unchanged = { at: SECOND_RUN, dryRun: false, sample: true };
        await store.importRun(unchanged, async () => {});
        assert.equal((await store.summary()).generation, 1);
        await importing(store, (run) => add(run, REAL, "real.txt"));
        const refused = (error: unknown) =>
          error instanceof DatelineError && error.code === "usage";
        await assert.rejects(importSample(store), refused);
      }),
    );
  });
}
