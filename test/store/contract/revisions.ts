import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Statement } from "../../../src/statements/statement.ts";
import { statementIds } from "../../../src/statements/statement-id.ts";
import type { KnownStatement, Store } from "../../../src/store/store.ts";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import {
  add,
  content,
  day,
  digestOf,
  EVERY_DAY,
  FIRST_RUN,
  fileOf,
  headlines,
  imported,
  importing,
  type Said,
  SECOND_RUN,
} from "./made-statements.ts";

/** Revises the statement in a second run, from the file `path`. */
async function revise(store: Store, id: string, said: Said, path = "1.txt") {
  const whole = content(said);
  const file = fileOf(path, whole);
  await importing(store, (run) => run.revise(id, whole, digestOf(whole), file), SECOND_RUN);
  return { whole, sha256: Buffer.from(file.sha256).toString("hex") };
}

export function revisionsContract(open: OpenEmptyStore): void {
  describe("revisions", () => {
    it(
      "tell a running import where a statement stands, before and after it moves",
      onArchive(open, async ({ store }) => {
        const [id] = (await imported(store, [{ date: "2023-01-27", text: "Words." }])) as [string];
        const moved = content({ date: "2023-01-29", text: "Words." });
        await importing(store, async (run) => {
          const { slug } = (await run.statement(id)) as KnownStatement;
          assert.deepEqual(await run.place(id), { id, slug, date: "2023-01-27" });
          await run.revise(id, moved, digestOf(moved), fileOf("1.txt", moved));
          assert.deepEqual(await run.place(id), { id, slug, date: "2023-01-29" });
          assert.equal(await run.place("0000000000"), null);
        });
      }),
    );

    it(
      "are all kept, each with its own words and source",
      onArchive(open, async ({ store }) => {
        const first = content({
          date: "2023-01-27",
          text: "Old words.",
          place: "Moscow",
          tags: ["x"],
        });
        const [id] = (await imported(store, [first])) as [string];
        const { whole, sha256 } = await revise(store, id, {
          date: "2023-01-27",
          text: "New words.",
        });
        const now = (await store.statement(id)) as Statement;
        assert.deepEqual({ ...now, ...whole }, now);
        assert.equal(now.revision, 2);
        assert.equal(now.firstImportedAt, FIRST_RUN);
        assert.deepEqual(now.source, { file: "1.txt", sha256, importedAt: SECOND_RUN });
        assert.deepEqual(
          now.revisions.map(({ n, seenAt }) => ({ n, seenAt })),
          [
            { n: 1, seenAt: FIRST_RUN },
            { n: 2, seenAt: SECOND_RUN },
          ],
        );
        const before = (await store.statement(id, 1)) as Statement;
        assert.deepEqual({ ...before, ...first }, before);
        assert.equal(before.revision, 1);
        assert.equal(before.source.importedAt, FIRST_RUN);
        assert.equal(before.revisions[0]?.sha256, before.source.sha256);
        for (const n of [0, 3, -1, 1.5]) assert.equal(await store.statement(id, n), null);
        const { total, laterRevisions, generation } = await store.summary();
        assert.deepEqual([total, laterRevisions, generation], [1, 1, 2]);
      }),
    );

    it(
      "with a new date move the statement to the end of that day, and its counts with it",
      onArchive(open, async ({ store }) => {
        const [id] = (await imported(store, [
          { date: "2023-01-27", headline: "moves" },
          { date: "2023-02-01", headline: "stays" },
        ])) as [string];
        await revise(store, id, { date: "2023-02-01", headline: "moved" });
        assert.deepEqual(await headlines(store), ["moved", "stays"]);
        assert.deepEqual(await store.counts("day", EVERY_DAY), [
          { period: "2023-02-01", count: 2 },
        ]);
        assert.deepEqual(await store.counts("month", EVERY_DAY), [{ period: "2023-02", count: 2 }]);
        assert.equal(((await store.statement(id, 1)) as Statement).date, "2023-01-27");
        assert.equal((await store.summary()).first, "2023-02-01");
      }),
    );

    it(
      "never give a position to a second statement",
      onArchive(open, async ({ store }) => {
        const [id] = (await imported(store, [{ date: "2023-01-27", headline: "left" }])) as [
          string,
        ];
        await revise(store, id, { date: "2023-01-28" });
        await importing(store, (run) =>
          add(run, { date: "2023-01-27", headline: "came" }, "2.txt"),
        );
        const filter = {
          from: null,
          to: day("2023-01-27"),
          agency: null,
          place: null,
          language: null,
          tag: null,
        };
        const behind = {
          query: null,
          filter,
          order: "oldest",
          after: "2023-01-27.1",
          limit: 5,
        } as const;
        assert.equal((await store.list(behind)).statements[0]?.headline, "came");
      }),
    );

    it(
      "an id comes from the first wording, and is derived anew where another statement has it",
      onArchive(open, async ({ store }) => {
        const said = content({ date: "2023-01-27" });
        const [first, second] = statementIds(digestOf(said));
        const [id] = (await imported(store, [said])) as [string];
        assert.equal(id, first);
        await revise(store, id, { date: "2023-01-27", text: "Other words." });
        const other = await importing(store, (run) => add(run, said, "2.txt"));
        assert.equal(other, second);
      }),
    );

    it(
      "equal date and text are found in their present wording only",
      onArchive(open, async ({ store }) => {
        const said = content({ date: "2023-01-27", text: "Old words." });
        const [id] = (await imported(store, [said])) as [string];
        const { whole } = await revise(store, id, { date: "2023-01-27", text: "New words." });
        await importing(store, async (run) => {
          assert.equal(await run.statementWith(digestOf(said)), null);
          assert.equal(await run.statementWith(digestOf(whole)), id);
          const sameHead = Buffer.from(digestOf(whole));
          sameHead[31] = (sameHead[31] as number) ^ 1;
          assert.equal(await run.statementWith(sameHead), null);
        });
      }),
    );
  });
}
