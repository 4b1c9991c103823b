import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Statement } from "../../../src/statements/statement.ts";
import { EVERYTHING } from "../../../src/statements/statement-filter.ts";
import type {
  ArchivePublishing,
  GivenWords,
  PublishingOptions,
  Store,
  Tombstone,
} from "../../../src/store/store.ts";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import {
  add,
  content,
  digestOf,
  EVERY_DAY,
  fileOf,
  headlines,
  imported,
  importing,
  listed,
  type Said,
} from "./made-statements.ts";

const ACT_AT = "2024-05-03T10:00:00Z";

export function publishing<Result>(
  store: Store,
  act: PublishingOptions["act"],
  work: (archive: ArchivePublishing) => Promise<Result>,
  at = ACT_AT,
): Promise<Result> {
  return store.publishingRun({ act, reason: "It was wrong.", at, dryRun: false }, work);
}

function wordsOf(said: Said, folder: string | null = null): GivenWords {
  const whole = content(said);
  return {
    content: whole,
    digest: digestOf(whole),
    file: { ...fileOf("given.txt", whole), folder },
  };
}

const SAID: Said = {
  date: "2023-01-27",
  text: "Quixotic words.",
  headline: "Quixotic",
  agency: "TASS",
  place: "Moscow",
  tags: ["Windmills"],
};

const OTHER: Said = { date: "2023-01-28", headline: "other" };

async function isFound(store: Store, word: string): Promise<boolean> {
  const all = [[{ words: [word], exact: false, prefix: false }]];
  return (await store.total({ query: { all, none: [] }, filter: EVERYTHING })) > 0;
}

export function publishingContract(open: OpenEmptyStore): void {
  describe("the publisher", () => {
    it(
      "corrects with a revision that bears a note, and no import is its source's holder",
      onArchive(open, async ({ store }) => {
        const [id] = (await imported(store, [SAID])) as [string];
        const corrected = wordsOf({ ...SAID, text: "Better words.", headline: "Better" });
        await publishing(store, "correction", (run) => run.correct(id, corrected, "A slip."));
        const now = (await store.statement(id)) as Statement;
        assert.equal(now.text, "Better words.");
        assert.deepEqual(
          now.revisions.map(({ n, note }) => [n, note]),
          [
            [1, null],
            [2, "A slip."],
          ],
        );
        assert.equal(now.source.file, "given.txt");
        assert.deepEqual(
          [await isFound(store, "better"), await isFound(store, "quixotic")],
          [true, false],
        );
        await importing(store, async (run) => {
          const before = digestOf(content(SAID));
          assert.equal(await run.statementWith(before), id);
          assert.deepEqual(await run.ruling(id), {
            act: "correction",
            at: ACT_AT,
            reason: "A slip.",
          });
          const holders = await run.holders(id);
          assert.deepEqual(
            holders.map(({ path, main, overruled }) => [path, main, overruled]),
            [["1.txt", true, true]],
          );
          assert.equal((await run.overruledContents(id))[0]?.text, "Quixotic words.");
        });
        const { files, missingFiles, laterRevisions } = await store.summary();
        assert.deepEqual([files, missingFiles, laterRevisions], [1, 0, 1]);
      }),
    );

    it(
      "marks a statement whose words stay readable, and takes the mark away",
      onArchive(open, async ({ store }) => {
        const [id] = (await imported(store, [SAID])) as [string];
        await publishing(store, "withdrawal", (run) => run.withdrawMarked(id, "It was wrong."));
        const withdrawn = { at: ACT_AT, reason: "It was wrong." };
        const marked = (await store.statement(id)) as Statement;
        assert.deepEqual(marked.withdrawn, withdrawn);
        assert.equal(marked.text, SAID.text);
        assert.deepEqual((await listed(store)).statements[0]?.withdrawn, withdrawn);
        await publishing(store, "restoration", (run) => run.restore(id, null));
        const back = (await store.statement(id)) as Statement;
        assert.equal(back.withdrawn, null);
        assert.deepEqual(
          back.events.map(({ kind, reason }) => [kind, reason]),
          [
            ["withdrawn", "It was wrong."],
            ["restored", null],
          ],
        );
      }),
    );

    it(
      "hides a statement behind a tombstone, out of every list and count, and puts it back where it stood",
      onArchive(open, async ({ store }) => {
        const ids = await imported(store, [
          { ...SAID, headline: "first" },
          { date: SAID.date, headline: "second" },
        ]);
        const [id] = ids as [string, string];
        const before = await everything(store);
        await publishing(store, "undo", (run) => run.withdrawHidden(id, "Not ours."));
        const tombstone = {
          id,
          date: SAID.date,
          reason: "Not ours.",
          removedAt: ACT_AT,
          agency: "TASS",
        };
        assert.deepEqual(await store.statement(id), tombstone);
        assert.deepEqual(await store.statement(id, 1), tombstone);
        assert.equal(await store.statement(id, 2), null);
        assert.deepEqual(await headlines(store), ["second"]);
        assert.deepEqual(await store.names("agency"), []);
        assert.equal((await listed(store, { tag: "windmills" })).total, 0);
        assert.deepEqual(await store.counts("day", EVERY_DAY), [{ period: SAID.date, count: 1 }]);
        assert.equal(await isFound(store, "quixotic"), false);
        assert.deepEqual(await store.neighbours(ids[1] as string), { earlier: null, later: null });
        await publishing(store, "restoration", (run) => run.restore(id, "It is ours."));
        assert.deepEqual(await everything(store), before);
        assert.deepEqual(await headlines(store), ["second", "first"]);
      }),
    );

    it(
      "erases a statement, and brings it back only when the words are given",
      onArchive(open, async ({ store }) => {
        const [id] = (await imported(store, [SAID, OTHER])) as [string];
        const before = await everything(store);
        await publishing(store, "withdrawal", (run) => run.withdrawErased(id, "A court said so."));
        const again = publishing(store, "restoration", (run) => run.restore(id, null));
        await assert.rejects(again, /words/);
        await publishing(store, "restoration", async (run) => {
          assert.equal(await run.standing(id), "erased");
          await run.restoreWith(id, wordsOf(SAID), "quixotic", null);
        });
        assert.deepEqual(await everything(store), before);
        const back = (await store.statement(id)) as Statement;
        assert.deepEqual([back.text, back.slug, back.revision], [SAID.text, "quixotic", 1]);
      }),
    );

    it(
      "brings an erased statement back in other words, and what was erased stays gone",
      onArchive(open, async ({ store }) => {
        const [id] = (await imported(store, [SAID])) as [string];
        await publishing(store, "withdrawal", (run) => run.withdrawErased(id, "A name."));
        const fewer = wordsOf({ ...SAID, date: "2023-02-01", text: "Fewer words." });
        await publishing(store, "restoration", (run) =>
          run.restoreWith(id, fewer, "fewer", "Without the name."),
        );
        const now = (await store.statement(id)) as Statement;
        assert.deepEqual([now.text, now.revision, now.date], ["Fewer words.", 2, "2023-02-01"]);
        assert.deepEqual(
          now.revisions.map(({ gone, note }) => [gone, note]),
          [
            [true, null],
            [false, "Without the name."],
          ],
        );
        const first = (await store.statement(id, 1)) as Tombstone;
        assert.deepEqual([first.reason, first.removedAt], ["A name.", ACT_AT]);
        await importing(store, async (run) => {
          assert.equal(await run.statementWith(digestOf(content(SAID))), id);
          const noted = await run.noteFile(
            id,
            fileOf("2.txt", content(SAID)),
            digestOf(content(SAID)),
          );
          assert.deepEqual(noted, { overruled: true });
        });
      }),
    );

    it(
      "undoes a run: what it added is hidden, what it revised reverts, what changed since stays",
      onArchive(open, async ({ store }) => {
        const ids = await imported(store, [SAID, { ...OTHER, text: "Old." }]);
        const [, revisedId] = ids as [string, string];
        const wrong = content({ ...OTHER, text: "Wrong." });
        const [added, later] = await importing(store, async (run) => {
          await run.revise(revisedId, wrong, digestOf(wrong), fileOf("2.txt", wrong));
          return [
            await add(run, { date: "2023-03-01", text: "Added." }, "3.txt"),
            await add(run, { date: "2023-03-02", text: "Later." }, "4.txt"),
          ];
        });
        await publishing(store, "correction", (run) =>
          run.correct(later as string, wordsOf({ date: "2023-03-02", text: "Since." }), "Mended."),
        );
        const made = await publishing(store, "undo", async (run) => {
          const { made: all, after } = await run.madeBy(2, null);
          assert.equal(after, null);
          await run.revert(revisedId, 1, "The wrong folder.");
          await run.withdrawHidden(added as string, "The wrong folder.");
          await run.noteUndone(2);
          return all;
        });
        assert.deepEqual(made, [
          { id: revisedId, kind: "revised", before: 1 },
          { id: added, kind: "added", before: null },
          { id: later, kind: "later", before: null },
        ]);
        const reverted = (await store.statement(revisedId)) as Statement;
        assert.deepEqual([reverted.text, reverted.revision], ["Old.", 3]);
        assert.equal(((await store.statement(revisedId, 2)) as Statement).text, "Wrong.");
        const [undo, correction, mistake] = await store.runs();
        assert.deepEqual(mistake, {
          number: 2,
          at: "2024-05-01T10:00:00Z",
          act: "import",
          reason: null,
          added: 2,
          revised: 1,
          withdrawn: 0,
          restored: 0,
          folder: "/letters",
          undoneBy: 4,
        });
        assert.deepEqual([correction?.act, correction?.folder], ["correction", null]);
        assert.deepEqual([undo?.act, undo?.withdrawn, undo?.revised], ["undo", 1, 1]);
      }),
    );

    it(
      "changes nothing in a dry run, and keeps the sample the sample",
      onArchive(open, async ({ store }) => {
        const sample = { at: ACT_AT, dryRun: false, sample: true };
        const id = await store.importRun(sample, (run) => add(run, SAID, "1.txt"));
        const before = await everything(store);
        const options = { act: "withdrawal", reason: "No.", at: ACT_AT, dryRun: true } as const;
        await store.publishingRun(options, (run) => run.withdrawErased(id, "No."));
        assert.deepEqual(await everything(store), before);
        await publishing(store, "withdrawal", (run) => run.withdrawMarked(id, "No."));
        assert.equal((await store.summary()).sample, true);
        await imported(store, [OTHER]);
        assert.deepEqual(await headlines(store), ["other"]);
        assert.ok("removedAt" in ((await store.statement(id)) ?? {}));
      }),
    );

    it(
      "is told of in the walk along the changes",
      onArchive(open, async ({ store }) => {
        const said = [1, 2, 3, 4].map((n) => ({ ...SAID, text: `Words ${n}.` }));
        const [marked, hidden, back, none] = (await imported(store, said)) as [
          string,
          string,
          string,
          string,
        ];
        await publishing(store, "withdrawal", async (run) => {
          await run.withdrawMarked(marked, "Why.");
          await run.withdrawHidden(hidden, "Why.");
          await run.withdrawHidden(back, "Why.");
          await run.restore(back, null);
        });
        const asked = {
          query: null,
          from: null,
          until: null,
          order: "oldest",
          after: null,
          limit: 9,
        } as const;
        const filter = { ...EVERYTHING, agency: "tass" };
        const { changes } = await store.changes({ ...asked, filter, kind: "all" });
        assert.deepEqual(
          changes.map(({ kind, statement, tombstone }) => [kind, statement?.id, tombstone?.id]),
          [
            ["added", none, undefined],
            ["withdrawn", marked, undefined],
            ["withdrawn", undefined, hidden],
            ["restored", back, undefined],
          ],
        );
        const since = { ...asked, from: ACT_AT, filter, kind: "corrections" } as const;
        assert.equal((await store.changes(since)).changes.length, 3);
      }),
    );
  });
}

/** All that readers see of the archive as a whole, but for what only grows. */
async function everything(store: Store) {
  const { generation: _, changedAt: __, ...summary } = await store.summary();
  const page = await listed(store);
  return {
    summary,
    statements: page.statements.map(({ changedAt: _at, slug: _slug, ...statement }) => statement),
    years: await store.counts("year", EVERY_DAY),
    months: await store.counts("month", EVERY_DAY),
    days: await store.counts("day", EVERY_DAY),
    facets: await store.facets(EVERY_DAY),
    found: await isFound(store, "quixotic"),
  };
}
