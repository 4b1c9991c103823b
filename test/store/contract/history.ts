import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { EVERYTHING } from "../../../src/statements/statement-filter.ts";
import type { KeptParts, Snapshot, Store } from "../../../src/store/store.ts";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import {
  add,
  content,
  digestOf,
  fileOf,
  imported,
  importing,
  SECOND_RUN,
} from "./made-statements.ts";
import { publishing } from "./publishing.ts";

const NOW = "2026-05-05T05:05:05Z";

const PARTS = ["runs", "statements", "files", "log", "days"] as const;

async function everyItem<Part extends keyof KeptParts>(
  snapshot: Snapshot,
  part: Part,
): Promise<KeptParts[Part][]> {
  const items: KeptParts[Part][] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof snapshot.kept<Part>>> = await snapshot.kept(part, after);
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}

/** Puts everything that one archive keeps into the other: how the statements were taken. */
async function copied(from: Store, to: Store): Promise<string[]> {
  const snapshot = await from.snapshot();
  try {
    const head = await snapshot.keptHead();
    const parts = {} as { [Part in keyof KeptParts]: KeptParts[Part][] };
    for (const part of PARTS) Object.assign(parts, { [part]: await everyItem(snapshot, part) });
    return await to.restoringRun({ head, at: NOW, dryRun: false }, async (archive) => {
      const taken: string[] = [];
      for (const run of parts.runs) await archive.addRun(run);
      for (const statement of parts.statements) taken.push(await archive.addStatement(statement));
      for (const file of parts.files) await archive.addFile(file);
      for (const entry of parts.log) await archive.addLogEntry(entry);
      for (const day of parts.days) await archive.addDay(day);
      return taken;
    });
  } finally {
    await snapshot.close();
  }
}

/** An archive to which everything was done that can be: ids of a statement revised, marked, erased, hidden and restored. */
async function lived(store: Store): Promise<string[]> {
  const ids = await imported(
    store,
    ["2023-01-27", "2023-01-27", "2023-01-28", "2023-01-29", "2023-01-30"].map((date, index) => ({
      date,
      text: `Words ${index}.`,
      agency: "TASS",
      place: "Moscow",
      tags: ["eu"],
    })),
  );
  const [revised, marked, erased, hidden] = ids as [string, string, string, string];
  await importing(
    store,
    async (run) => {
      const later = content({ date: "2023-02-01", text: "Later words." });
      await run.revise(revised, later, digestOf(later), fileOf("1.txt", later));
      await run.noteMissing("/letters", "2.txt");
    },
    SECOND_RUN,
  );
  await publishing(store, "withdrawal", (run) => run.withdrawMarked(marked, "A draft."));
  await publishing(store, "withdrawal", (run) => run.withdrawErased(erased, "A court."));
  await publishing(store, "undo", (run) => run.withdrawHidden(hidden, "A mistake."));
  return ids;
}

async function everything(store: Store) {
  const { generation: _, ...summary } = await store.summary();
  const list = {
    query: null,
    filter: EVERYTHING,
    order: "newest",
    after: null,
    limit: 100,
  } as const;
  const { statements } = await store.list(list);
  const changes = await store.changes({
    query: null,
    from: null,
    until: null,
    filter: EVERYTHING,
    order: "oldest",
    kind: "all",
    after: null,
    limit: 100,
  });
  const each = await Promise.all(
    statements.map(async ({ id }) => [await store.statement(id), await store.statement(id, 1)]),
  );
  const names = await Promise.all(
    (["agency", "place", "language"] as const).map((kind) => store.names(kind)),
  );
  return {
    summary,
    statements,
    changes,
    each,
    names,
    runs: await store.runs(),
    log: await store.logHead(),
  };
}

/** Runs the test on two empty archives. */
function onTwo(open: OpenEmptyStore, test: (one: Store, other: Store) => Promise<void>) {
  return onArchive(open, ({ store: one }) => onArchive(open, ({ store }) => test(one, store))());
}

export function historyContract(open: OpenEmptyStore): void {
  describe("an archive put into another", () => {
    it(
      "that was empty is the same archive: statements, revisions, withdrawals, changes, runs, log and places",
      onTwo(open, async (one, other) => {
        const [revised, , erased, hidden] = (await lived(one)) as [string, string, string, string];
        const taken = await copied(one, other);
        assert.deepEqual([...new Set(taken)], ["added"]);
        assert.deepEqual(await everything(other), await everything(one));
        for (const id of [erased, hidden]) {
          assert.deepEqual(await other.statement(id), await one.statement(id));
        }
        const next = { date: "2023-01-27", text: "Behind a place that is free." };
        const list = { query: null, filter: EVERYTHING, order: "oldest", limit: 9 } as const;
        for (const store of [one, other]) {
          await importing(store, (run) => add(run, next, "9.txt"), NOW);
          const { next: page } = await store.list({ ...list, after: null, limit: 1 });
          assert.deepEqual(page, { after: "2023-01-27.2" });
        }
        assert.deepEqual((await other.logHead()).root, (await one.logHead()).root);
        await importing(other, async (run) => {
          const known = await run.knownFiles("/letters", null);
          assert.deepEqual(
            known.map(({ path, missing, main }) => [path, missing, main]).slice(0, 2),
            [
              ["1.txt", false, true],
              ["2.txt", true, true],
            ],
          );
          assert.equal(known[0]?.statement, revised);
        });
      }),
    );

    it(
      "gives no words that readers may not read",
      onTwo(open, async (one, other) => {
        const [, , , hidden] = (await lived(one)) as [string, string, string, string];
        await copied(one, other);
        await publishing(other, "restoration", async (run) => {
          assert.equal(await run.standing(hidden), "erased");
        });
        assert.ok(!JSON.stringify(await other.statement(hidden)).includes("Words 3."));
      }),
    );

    it(
      "changes nothing where all of it is there already, or more",
      onTwo(open, async (one, other) => {
        const [, marked] = (await lived(one)) as [string, string];
        await copied(one, other);
        const more = content({ date: "2023-01-27", text: "More." });
        await importing(other, (run) =>
          run.revise(marked, more, digestOf(more), fileOf("8.txt", more)),
        );
        const before = { ...(await everything(other)), ...(await other.summary()) };
        assert.deepEqual([...new Set(await copied(one, other))], ["held"]);
        assert.deepEqual({ ...(await everything(other)), ...(await other.summary()) }, before);
        assert.deepEqual([...new Set(await copied(one, one))], ["held"]);
      }),
    );

    it(
      "that holds others comes beside them, and readers see it as of now",
      onTwo(open, async (one, other) => {
        const ids = await lived(one);
        const [own] = (await imported(other, [{ date: "2023-01-27", text: "Its own." }])) as [
          string,
        ];
        const shown = {
          query: null,
          from: NOW,
          until: null,
          filter: EVERYTHING,
          kind: "all",
        } as const;
        await copied(one, other);
        const page = await other.changes({ ...shown, order: "oldest", after: null, limit: 100 });
        assert.equal(page.changes.length, ids.length);
        assert.equal((await other.summary()).total, 4);
        const own1 = await other.statement(own);
        assert.ok(own1 && "text" in own1 && own1.text === "Its own.");
        const first = await other.statement(ids[0] as string, 1);
        assert.ok(first && "text" in first);
        assert.deepEqual(first, await one.statement(ids[0] as string, 1));
        const runs = await other.runs();
        assert.equal(new Set(runs.map(({ number }) => number)).size, runs.length);
        await importing(other, (run) => add(run, { date: "2023-03-01" }, "new.txt"), NOW);
        assert.equal((await other.summary()).total, 5);
      }),
    );

    it(
      "says so where a statement has another history there",
      onTwo(open, async (one, other) => {
        await imported(one, [{ date: "2023-01-27", text: "The same." }]);
        const [id] = (await imported(other, [{ date: "2023-01-27", text: "The same." }])) as [
          string,
        ];
        const later = content({ date: "2023-01-27", text: "Other." });
        await importing(one, (run) =>
          run.revise(id, later, digestOf(later), fileOf("1.txt", later)),
        );
        assert.deepEqual(await copied(one, other), ["other"]);
      }),
    );

    it(
      "leaves no trace in a dry run",
      onTwo(open, async (one, other) => {
        await lived(one);
        const snapshot = await one.snapshot();
        const head = await snapshot.keptHead();
        const [statement] = await everyItem(snapshot, "statements");
        const runs = await everyItem(snapshot, "runs");
        await snapshot.close();
        await other.restoringRun({ head, at: NOW, dryRun: true }, async (archive) => {
          for (const run of runs) await archive.addRun(run);
          assert.ok(statement);
          assert.equal(await archive.addStatement(statement), "added");
        });
        assert.deepEqual([(await other.summary()).generation, await other.runs()], [0, []]);
      }),
    );
  });
}
