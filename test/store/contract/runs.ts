import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DatelineError } from "../../../src/errors.ts";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import {
  add,
  content,
  FIRST_RUN,
  fileOf,
  headlines,
  imported,
  importing,
  listed,
} from "./made-statements.ts";

const SAID = content({ date: "2023-01-27", headline: "said" });
const LATER = { date: "2023-01-28", headline: "later" };

export function runsContract(open: OpenEmptyStore): void {
  describe("import runs", () => {
    it(
      "are seen by every reader when they are whole, and not before",
      onArchive(open, async ({ store, reader }) => {
        assert.equal((await reader.summary()).total, 0);
        await importing(store, async (run) => {
          await add(run, SAID, "1.txt");
          for (const one of [store, reader]) assert.equal((await listed(one)).total, 0);
        });
        for (const one of [store, reader]) assert.deepEqual(await headlines(one), ["said"]);
      }),
    );

    it(
      "that reject leave nothing behind",
      onArchive(open, async ({ store }) => {
        await imported(store, [SAID]);
        const before = await store.summary();
        const failed = importing(store, async (run) => {
          await add(run, LATER, "2.txt");
          throw new Error("no more");
        });
        await assert.rejects(failed, /no more/);
        assert.deepEqual(await store.summary(), before);
        assert.deepEqual(await headlines(store), ["said"]);
        assert.deepEqual(await importing(store, async (run) => run.knownFiles("/letters", null)), [
          ...(await importing(store, (run) => run.knownFiles("/letters", null))),
        ]);
      }),
    );

    it(
      "that failed within cannot be finished, even if the work goes on",
      onArchive(open, async ({ store }) => {
        const run = importing(store, async (archive) => {
          await add(archive, SAID, "1.txt");
          await archive.noteFile("nobody0000", fileOf("2.txt", SAID)).catch(() => {});
        });
        await assert.rejects(run, /nobody0000/);
        assert.equal((await store.summary()).total, 0);
      }),
    );

    it(
      "that are dry report the same and keep nothing",
      onArchive(open, async ({ store }) => {
        const options = { at: FIRST_RUN, dryRun: true, sample: false };
        const id = await store.importRun(options, (run) => add(run, SAID, "1.txt"));
        assert.equal(await store.statement(id), null);
        assert.deepEqual((await store.summary()).generation, 0);
        assert.deepEqual(await imported(store, [SAID]), [id]);
      }),
    );

    it(
      "that change nothing are not counted",
      onArchive(open, async ({ store }) => {
        const [id] = (await imported(store, [SAID])) as [string];
        const before = await store.summary();
        await importing(store, async (run) => {
          await run.noteFile(id, fileOf("1.txt", SAID));
          await run.noteMissing("/letters", "never.txt");
        });
        assert.deepEqual(await store.summary(), before);
      }),
    );

    it(
      "wait for each other, and say so once",
      onArchive(open, async ({ store }) => {
        let waits = 0;
        const order: string[] = [];
        const first = importing(store, async (run) => {
          const second = store.importRun(
            { at: FIRST_RUN, dryRun: false, sample: false, onWait: () => waits++ },
            async (other) => {
              order.push("second");
              await add(other, LATER, "2.txt");
            },
          );
          await new Promise((resolve) => setTimeout(resolve, 200));
          await add(run, SAID, "1.txt");
          order.push("first");
          return { second };
        });
        await (await first).second;
        assert.deepEqual(order, ["first", "second"]);
        assert.equal(waits, 1);
        assert.deepEqual(await headlines(store), ["later", "said"]);
      }),
    );

    it(
      "need an archive that is open for writing",
      onArchive(open, async ({ reader }) => {
        const refused = (error: unknown) =>
          error instanceof DatelineError && error.code === "unavailable";
        await assert.rejects(imported(reader, [SAID]), refused);
      }),
    );
  });
}
