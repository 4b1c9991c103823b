import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Statement } from "../../../src/statements/statement.ts";
import type { ArchiveImport, KnownFile } from "../../../src/store/store.ts";
import { type OpenEmptyStore, onArchive } from "../store-contract.ts";
import { add, content, digestOf, fileOf, imported, importing } from "./made-statements.ts";

const SAID = content({ date: "2023-01-27", text: "Words." });
const OTHER = content({ date: "2023-01-28", text: "Other words." });

/** Path, statement, whether missing and whether main: by path. */
const brief = (files: KnownFile[]) =>
  files
    .map(({ path, statement, missing, main }) => ({ path, statement, missing, main }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

const known = (run: ArchiveImport) => run.knownFiles("/letters", null);

export function filesContract(open: OpenEmptyStore): void {
  describe("files", () => {
    it(
      "are known by folder and path, with what they held",
      onArchive(open, async ({ store }) => {
        const ids = await importing(store, async (run) => [
          await add(run, SAID, "1.txt"),
          (await run.add(OTHER, digestOf(OTHER), null, fileOf("1.txt", OTHER, { folder: "/b" })))
            .id,
        ]);
        await importing(store, async (run) => {
          const [file] = await run.knownFiles("/b", null);
          const sha256 = Buffer.from(file?.sha256 ?? []);
          assert.deepEqual(
            { ...file, sha256 },
            {
              folder: "/b",
              path: "1.txt",
              statement: ids[1],
              sha256: Buffer.from(fileOf("1.txt", OTHER).sha256),
              missing: false,
              main: true,
              overruled: false,
              gone: false,
            },
          );
          assert.equal((await known(run))[0]?.statement, ids[0]);
          assert.deepEqual(await run.knownFiles("/c", null), []);
        });
      }),
    );

    it(
      "are told page by page, in the order of their paths",
      onArchive(open, async ({ store }) => {
        const paths = Array.from({ length: 1002 }, (_, n) => `${String(n).padStart(4, "0")}.txt`);
        await importing(store, async (run) => {
          for (const path of paths) {
            const whole = content({ date: "2023-01-27", text: `Of ${path}.` });
            await run.add(whole, digestOf(whole), null, fileOf(path, whole));
          }
        });
        await importing(store, async (run) => {
          const first = (await known(run)).map(({ path }) => path);
          const behind = await run.knownFiles("/letters", first.at(-1) ?? null);
          assert.deepEqual([...first, ...behind.map(({ path }) => path)], paths);
          assert.equal(first.length, 1000);
        });
      }),
    );

    it(
      "with the same words are all kept, in the order in which they came",
      onArchive(open, async ({ store }) => {
        const [id] = (await imported(store, [SAID])) as [string];
        await importing(store, async (run) => {
          await run.noteFile(id, fileOf("z.txt", SAID));
          await run.noteFile(id, fileOf("a.txt", SAID, { bytes: Buffer.from("other bytes") }));
          assert.deepEqual(brief(await run.holders(id)), [
            { path: "1.txt", statement: id, missing: false, main: true },
            { path: "a.txt", statement: id, missing: false, main: false },
            { path: "z.txt", statement: id, missing: false, main: false },
          ]);
        });
        const statement = (await store.statement(id)) as Statement;
        assert.deepEqual(statement.otherFiles, ["z.txt", "a.txt"]);
        assert.equal(statement.source.file, "1.txt");
        assert.equal((await store.summary()).files, 3);
      }),
    );

    it(
      "that are missing are remembered, and a new name takes over from the old one",
      onArchive(open, async ({ store }) => {
        const [id] = (await imported(store, [SAID])) as [string];
        await importing(store, async (run) => {
          await run.noteMissing("/letters", "1.txt");
          assert.deepEqual(await run.holders(id), []);
          await run.noteFile(id, fileOf("2.txt", SAID));
        });
        await importing(store, async (run) => {
          assert.deepEqual(brief(await known(run)), [
            { path: "1.txt", statement: id, missing: true, main: false },
            { path: "2.txt", statement: id, missing: false, main: true },
          ]);
        });
        assert.equal(((await store.statement(id)) as Statement).source.file, "1.txt");
        const { files, missingFiles } = await store.summary();
        assert.deepEqual([files, missingFiles], [2, 1]);
        await importing(store, (run) => run.noteFile(id, fileOf("1.txt", SAID)));
        assert.equal((await store.summary()).missingFiles, 0);
      }),
    );

    it(
      "can change names with one another",
      onArchive(open, async ({ store }) => {
        const [a, b] = (await imported(store, [SAID, OTHER])) as [string, string];
        await importing(store, async (run) => {
          await run.noteMissing("/letters", "1.txt");
          await run.noteMissing("/letters", "2.txt");
          await run.noteFile(b, fileOf("1.txt", OTHER));
          await run.noteFile(a, fileOf("2.txt", SAID));
          assert.deepEqual(brief(await known(run)), [
            { path: "1.txt", statement: b, missing: false, main: true },
            { path: "2.txt", statement: a, missing: false, main: true },
          ]);
        });
        const { total, files, missingFiles } = await store.summary();
        assert.deepEqual([total, files, missingFiles], [2, 2, 0]);
      }),
    );
  });
}
