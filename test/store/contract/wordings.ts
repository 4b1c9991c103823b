import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Store } from "../../../src/store/store.ts";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import { content, digestOf, fileOf, imported, importing } from "./made-statements.ts";

/** Gives the statement wordings 2 to `last`, in one run. */
async function reviseOften(store: Store, id: string, last: number, text: (n: number) => string) {
  await importing(store, async (run) => {
    for (let n = 2; n <= last; n++) {
      const whole = content({ date: "2023-01-27", text: text(n) });
      await run.revise(id, whole, digestOf(whole), fileOf("1.txt", whole));
    }
  });
}

export function wordingsContract(open: OpenEmptyStore): void {
  describe("wordings", () => {
    it(
      "are read newest first, literal or rendered",
      onArchive(open, async ({ store, reader }) => {
        const [id] = (await imported(store, [{ date: "2023-01-27", text: "First." }])) as [string];
        const blocks = [{ text: "*Second.*", html: "<p><em>Second.</em></p>" }];
        const whole = content({
          date: "2023-01-27",
          text: "*Second.*",
          format: "markdown",
          blocks,
        });
        await importing(store, (run) =>
          run.revise(id, whole, digestOf(whole), fileOf("1.md", whole)),
        );
        assert.deepEqual(await reader.wordings(id), [
          { n: 2, text: "*Second.*", format: "markdown", blocks },
          { n: 1, text: "First.", format: "text", blocks: null },
        ]);
        assert.deepEqual(await reader.wordings("0000000000"), []);
      }),
    );

    it(
      "are the newest 50 of many, and of long ones as many as hold 500,000 characters",
      onArchive(open, async ({ store }) => {
        const ids = (await imported(store, [
          { date: "2023-01-27", text: "First." },
          { date: "2023-01-27", text: "Another." },
        ])) as [string, string];
        await reviseOften(store, ids[0], 60, (n) => `Wording ${n}.`);
        await reviseOften(store, ids[1], 5, (n) => `Long ${n} `.padEnd(200_000, "x"));
        const many = await store.wordings(ids[0]);
        assert.deepEqual([many.length, many[0]?.n, many.at(-1)?.n], [50, 60, 11]);
        assert.deepEqual(
          (await store.wordings(ids[1])).map(({ n }) => n),
          [5, 4],
        );
      }),
    );
  });
}
