import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { entryBytes, type LogEntry } from "../../../src/log/log-entry.ts";
import { leafHash, rootOf } from "../../../src/log/tree-hash.ts";
import { treeRoot } from "../../../src/log/tree-proofs.ts";
import type { Store } from "../../../src/store/store.ts";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import {
  content,
  digestOf,
  FIRST_RUN,
  fileOf,
  imported,
  importing,
  type Said,
  SECOND_RUN,
} from "./made-statements.ts";
import { publishing } from "./publishing.ts";

const SAID: Said = { date: "2023-01-27", text: "Words.", headline: "Words." };

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Every entry, and that the head is the root over them. */
async function logOf(store: Store): Promise<LogEntry[]> {
  const { size, root } = await store.logHead();
  const entries: LogEntry[] = [];
  while (entries.length < size) {
    const page = await store.logEntries(entries.length, entries.length + 256);
    if (page.length === 0) break;
    entries.push(...page);
  }
  assert.equal(entries.length, size);
  assert.ok(root.equals(rootOf(entries.map((entry) => leafHash(entryBytes(entry))))), "the root");
  assert.ok(root.equals(await treeRoot(store.logHashes, size)), "the root over tiles");
  return entries;
}

const changesOf = (entries: LogEntry[]) =>
  entries.map(({ statement, revision, change }) => `${statement}@${revision} ${change}`);

async function revise(store: Store, id: string, said: Said): Promise<void> {
  const whole = content(said);
  await importing(
    store,
    (run) => run.revise(id, whole, digestOf(whole), fileOf("1.txt", whole)),
    SECOND_RUN,
  );
}

export function logContract(open: OpenEmptyStore): void {
  describe("the log", () => {
    it(
      "of an empty archive is empty",
      onArchive(open, async ({ store }) => {
        assert.deepEqual(await logOf(store), []);
        assert.equal(await store.logIndexOf("aaaaaaaaaa", 1), null);
      }),
    );

    it(
      "says of each import what came, from which bytes and when",
      onArchive(open, async ({ store, reader }) => {
        const [id = ""] = await imported(store, [SAID, { date: "2023-01-28" }]);
        await revise(store, id, { ...SAID, text: "Other words." });
        const entries = await logOf(reader);
        const [first, second, third] = entries as [LogEntry, LogEntry, LogEntry];
        assert.deepEqual(
          { ...first, record: null },
          {
            statement: id,
            revision: 1,
            change: "added",
            date: "2023-01-27",
            source: hex(fileOf("1.txt", content(SAID)).sha256),
            record: null,
            time: FIRST_RUN,
          },
        );
        assert.match(first.record ?? "", /^[0-9a-f]{64}$/);
        assert.deepEqual([second.change, second.date], ["added", "2023-01-28"]);
        assert.deepEqual([third.change, third.revision, third.time], ["revised", 2, SECOND_RUN]);
        assert.equal(await reader.logIndexOf(id, 1), 0);
        assert.equal(await reader.logIndexOf(id, 2), 2);
        assert.equal(await reader.logIndexOf(id, 3), null);
      }),
    );

    it(
      "grows by nothing where a run changes no statement, fails, or is a dry one",
      onArchive(open, async ({ store }) => {
        const [id = ""] = await imported(store, [SAID]);
        const before = await store.logHead();
        await importing(store, (run) => run.noteFile(id, fileOf("2.txt", content(SAID))));
        const failing = importing(store, async (run) => {
          await run.add(
            content({ date: "2023-01-28" }),
            Buffer.alloc(32),
            null,
            fileOf("3.txt", content(SAID)),
          );
          throw new Error("stopped");
        });
        await assert.rejects(failing, /stopped/);
        await store.importRun({ at: SECOND_RUN, dryRun: true, sample: false }, (run) =>
          run.add(
            content({ date: "2023-01-29" }),
            Buffer.alloc(32, 1),
            null,
            fileOf("4.txt", content(SAID)),
          ),
        );
        assert.deepEqual(await store.logHead(), before);
      }),
    );

    it(
      "says what the publisher does, and keeps the digest of words that are gone",
      onArchive(open, async ({ store }) => {
        const [id = "", other = ""] = await imported(store, [SAID, { date: "2023-01-28" }]);
        const said = content({ ...SAID, text: "Right words." });
        const file = { ...fileOf("given.txt", said), folder: null };
        const words = { content: said, digest: digestOf(said), file };
        const [before] = (await logOf(store)) as [LogEntry];
        await publishing(store, "correction", (run) => run.correct(id, words, "It was wrong."));
        await publishing(store, "withdrawal", (run) => run.withdrawMarked(id, "Denied."));
        await publishing(store, "restoration", (run) => run.restore(id, null));
        await publishing(store, "withdrawal", (run) => run.withdrawHidden(id, "Denied."));
        await publishing(store, "restoration", (run) => run.restore(id, "Affirmed."));
        await publishing(store, "undo", (run) => run.revert(id, 1, "Back."));
        await publishing(store, "withdrawal", (run) => run.withdrawErased(id, "A name."));
        await publishing(store, "restoration", (run) => run.restoreWith(id, words, null, "New."));
        const entries = await logOf(store);
        assert.deepEqual(changesOf(entries), [
          `${id}@1 added`,
          `${other}@1 added`,
          `${id}@2 revised`,
          `${id}@2 marked`,
          `${id}@2 restored`,
          `${id}@2 withdrawn`,
          `${id}@2 restored`,
          `${id}@3 revised`,
          `${id}@3 erased`,
          `${id}@4 revised`,
          `${id}@4 restored`,
        ]);
        assert.deepEqual(entries[0], before);
        assert.equal(entries[8]?.source, before.source);
        assert.equal(await store.logIndexOf(id, 3), 7);
        assert.equal(await store.logIndexOf(id, 4), 9);
      }),
    );

    it(
      "holds through tiles that fill, in runs of any length",
      onArchive(open, async ({ store }) => {
        for (const count of [250, 6, 1, 300]) {
          const at = (await store.logHead()).size;
          await imported(
            store,
            Array.from({ length: count }, (_, more) => ({
              date: "2023-01-27",
              text: `Said ${at + more}.`,
            })),
          );
          assert.equal((await logOf(store)).length, at + count);
        }
        assert.equal((await store.logHashes(1, 0, 256)).length, 2);
        assert.equal((await store.logHashes(0, 500, 600)).length, 57);
      }),
    );

    it(
      "of the sample ends with it",
      onArchive(open, async ({ store }) => {
        const sample = content(SAID);
        await store.importRun({ at: FIRST_RUN, dryRun: false, sample: true }, (run) =>
          run.add(sample, digestOf(sample), null, fileOf("sample.txt", sample)),
        );
        assert.equal((await logOf(store)).length, 1);
        const [id] = await imported(store, [{ date: "2023-01-28" }], SECOND_RUN);
        assert.deepEqual(changesOf(await logOf(store)), [`${id}@1 added`]);
      }),
    );
  });
}
