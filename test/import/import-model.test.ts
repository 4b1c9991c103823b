import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { OUTCOMES } from "../../src/import/import-report.ts";
import type { Store } from "../../src/store/store.ts";
import { type ImportTrial, openImportTrial } from "../support/import-trial.ts";

const DAYS = ["2023-01-27", "2023-01-28", "2024-02-29"];
const WORDS = [
  "The road through the valley is open again since Monday morning.",
  "A bridge over the river will stay closed until spring.",
  "Both sides agreed to meet once more in autumn.",
  "Nobody asked for the harbour to be dredged this year.",
];
const NAMES = ["1.txt", "2.txt", "10.txt", "a/3.txt", "b.txt"];

/** A folder: name → which day and which words. */
type Folder = Map<string, { day: number; words: number; edits: number }>;

const file = fc.record({
  day: fc.nat(DAYS.length - 1),
  words: fc.nat(WORDS.length - 1),
  edits: fc.nat(2),
});
const folder: fc.Arbitrary<Folder> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), file), { selector: ([name]) => name })
  .map((files) => new Map(files));

function written(files: Folder): Record<string, string> {
  const texts = [...files].map(([name, { day, words, edits }]) => {
    const edited = " Corrected.".repeat(edits);
    return [name, `date ${DAYS[day]} ${WORDS[words]}${edited}\n`] as const;
  });
  return Object.fromEntries(texts);
}

/** Every wording that some revision of some statement holds, and every statement's address. */
async function holdings(store: Store): Promise<{ wordings: Set<string>; addresses: string[] }> {
  const wordings = new Set<string>();
  const addresses: string[] = [];
  const filter = { from: null, to: null, agency: null, place: null, language: null, tag: null };
  const { statements } = await store.list({
    query: null,
    filter,
    order: "oldest",
    after: null,
    limit: 1000,
  });
  for (const { id, date, slug } of statements) {
    addresses.push(`${date} ${slug} ${id}`);
    for (let n = 1; ; n++) {
      const revision = await store.statement(id, n);
      if (!revision || !("text" in revision)) break;
      wordings.add(`date ${revision.date} ${revision.text}\n`);
    }
  }
  return { wordings, addresses: addresses.sort() };
}

async function run(trial: ImportTrial, files: Folder) {
  trial.write(written(files));
  const report = await trial.import();
  assert.equal(report.files, files.size);
  assert.equal(
    OUTCOMES.reduce((sum, outcome) => sum + report[outcome], 0),
    report.files,
  );
  assert.equal(report.refused + report.skipped, 0);
  return report;
}

/** Tries a property on many archives, each closed after it. */
async function forAll<Input>(
  inputs: fc.Arbitrary<Input>,
  property: (trial: ImportTrial, input: Input) => Promise<void>,
) {
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const trial = await openImportTrial();
      try {
        await property(trial, input);
      } finally {
        await trial.close();
      }
    }),
    { numRuns: 60 },
  );
}

test("whatever happens between runs, no wording is lost, every file's is held, and the same again changes nothing", async () => {
  await forAll(fc.array(folder, { minLength: 2, maxLength: 5 }), async (trial, folders) => {
    let before = new Set<string>();
    for (const files of folders) {
      const report = await run(trial, files);
      const { wordings, addresses } = await holdings(trial.store);
      for (const wording of before) assert.ok(wordings.has(wording), `lost: ${wording}`);
      for (const text of Object.values(written(files)))
        assert.ok(wordings.has(text), `not held: ${text}`);
      before = wordings;
      const again = await run(trial, files);
      assert.equal(again.unchanged, files.size);
      assert.deepEqual(
        again.entries.map(({ id }) => id),
        report.entries.map(({ id }) => id),
      );
      assert.deepEqual((await holdings(trial.store)).addresses, addresses);
    }
  });
});

test("files that are renamed in any way add nothing and change no address", async () => {
  const renamed = fc.tuple(
    folder,
    fc.shuffledSubarray(["x.txt", ...NAMES], { minLength: NAMES.length }),
  );
  await forAll(renamed, async (trial, [files, names]) => {
    await run(trial, files);
    const before = await holdings(trial.store);
    const entries = [...files.values()].map(
      (content, index) => [names[index] as string, content] as const,
    );
    const report = await run(trial, new Map(entries));
    assert.deepEqual([report.added, report.revised, report.missing], [0, 0, []]);
    assert.deepEqual(await holdings(trial.store), before);
  });
});

test("ids do not depend on names or on the order of import", async () => {
  await forAll(folder, async (trial, files) => {
    const one = await run(trial, files);
    const other = await openImportTrial();
    try {
      const texts = Object.values(written(files)).reverse();
      const ids: (string | null)[] = [];
      for (const [index, text] of texts.entries()) {
        other.write({ [`${index}/z.txt`]: text });
        ids.push((await other.import()).entries[0]?.id ?? null);
      }
      const firstIds = Object.keys(written(files)).map(
        (name) => one.entries.find((entry) => entry.file === name)?.id,
      );
      assert.deepEqual(ids.reverse(), firstIds);
    } finally {
      await other.close();
    }
  });
});
