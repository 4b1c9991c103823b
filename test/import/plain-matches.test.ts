import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { KnownRunFile } from "../../src/import/known-names.ts";
import { type Match, type MatchQuestions, matchFiles } from "../../src/import/match-files.ts";
import { PlainMatches } from "../../src/import/plain-matches.ts";
import type { ReadableFile } from "../../src/import/run-file.ts";
import { fileKey } from "../../src/import/run-file.ts";
import { RunFiles } from "../../src/import/run-files.ts";
import type { IsoDate } from "../../src/statements/iso-date.ts";
import type { ArchiveImport } from "../../src/store/store.ts";

const NAMES = ["a", "b", "c", "d", "e"];
const ROOT = { path: "/folder", source: "/folder", only: null };

interface World {
  /** Name → words and a variant of bytes, `null` for a file that could not be read. */
  files: Map<string, { words: number; bytes: number } | null>;
  /** Name → its statement, the words and bytes that it had, whether it was missing or its words set aside. */
  known: Map<string, { words: number; bytes: number; missing: boolean; overruled: boolean }>;
}

const file = fc.record({ words: fc.nat(3), bytes: fc.nat(1) });
const knownFile = fc.record({
  words: fc.nat(3),
  bytes: fc.nat(1),
  missing: fc.boolean(),
  overruled: fc.boolean(),
});
const named = <Value>(value: fc.Arbitrary<Value>) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), value), { selector: ([name]) => name })
    .map((pairs) => new Map(pairs));
const world: fc.Arbitrary<World> = fc.record({
  files: named(fc.option(file, { freq: 5 })),
  known: named(knownFile),
});

const sum = (words: number, bytes = 0) => Buffer.alloc(32, 16 * words + bytes + 1);
const latin1 = (words: number, bytes = 0) => sum(words, bytes).toString("latin1");

function filesOf({ files }: World): RunFiles {
  const run = new RunFiles([ROOT]);
  for (const [name, content] of files) {
    const number = run.length;
    run.add(ROOT, name, content ? null : { outcome: "refused", reason: "why" });
    if (!content) continue;
    const { words, bytes } = content;
    run.note(number, {
      sha256: sum(words, bytes),
      digest: sum(words),
      date: "2023-01-27" as IsoDate,
      warnings: [],
    });
  }
  return run;
}

/** Two wordings make a statement, of which one may have been set aside. */
const statementOf = (words: number) => `s${Math.floor(words / 2)}`;

/** A statement's main file is the first that is not missing. */
function knownOf({ files, known }: World): Map<string, KnownRunFile> {
  const names = new Map<string, KnownRunFile>();
  const mains = new Set<string>();
  for (const [path, { words, bytes, missing, overruled }] of known) {
    const main = !missing && !overruled && !mains.has(statementOf(words));
    if (main) mains.add(statementOf(words));
    names.set(fileKey(ROOT.source, path), {
      source: ROOT.source,
      path,
      statement: statementOf(words),
      sha256: latin1(words, bytes),
      missing,
      main,
      there: files.has(path),
      overruled,
      gone: false,
    });
  }
  return names;
}

/** The file e brings words that b had, of a statement whose main file is still there; before, it was another's main file. */
const MOVED_BESIDE_THE_MAIN_FILE: World = {
  files: new Map([
    ["a", { words: 2, bytes: 0 }],
    ["e", { words: 3, bytes: 0 }],
  ]),
  known: new Map([
    ["a", { words: 2, bytes: 0, missing: false, overruled: false }],
    ["b", { words: 3, bytes: 0, missing: false, overruled: false }],
    ["e", { words: 0, bytes: 0, missing: false, overruled: false }],
  ]),
};

test("what is plain means the same as where every file is weighed with all others", async () => {
  await fc.assert(
    fc.asyncProperty(world, async (tried) => {
      const wordings = [...new Set([...tried.known.values()].map(({ words }) => words))];
      const ask = (held: ReadonlyMap<string, "main" | "other">): MatchQuestions => ({
        statementWith: async (digest) => {
          const words = wordings.find((known) => latin1(known) === digest);
          return words === undefined ? null : statementOf(words);
        },
        heldElsewhere: async (statement) => held.get(statement) ?? null,
        isOfThatDay: async () => false,
        isAnother: async () => false,
      });
      const files = filesOf(tried);
      const all = Array.from({ length: files.length }, (_, number) => files.file(number));
      const readable = all.filter((found): found is ReadableFile => found.left === null);
      const weighed = await matchFiles(readable, knownOf(tried), ask(new Map()));

      const plain = new PlainMatches(files);
      const known = new Map(
        [...knownOf(tried)].filter(
          ([, name]) => !plain.takeUnchanged(files.find(ROOT, name.path), name),
        ),
      );
      const archive = {
        statementWith: (digest: Uint8Array) =>
          ask(new Map()).statementWith(Buffer.from(digest).toString("latin1")),
      } as ArchiveImport;
      await plain.takeAdded(archive, known);
      const held = new Map<string, "main" | "other">();
      for (const { number, key } of readable) {
        const match = plain.of(number);
        if (match?.outcome !== "unchanged") continue;
        const isMain = knownOf(tried).get(key)?.main || held.get(match.statement) === "main";
        held.set(match.statement, isMain ? "main" : "other");
      }
      const rest = await matchFiles(plain.rest(), known, ask(held));
      for (const { number, key } of readable) {
        const match: Match | undefined = plain.of(number) ?? rest.get(key);
        assert.deepEqual(match, weighed.get(key), key);
      }
    }),
    { numRuns: 3000, examples: [[MOVED_BESIDE_THE_MAIN_FILE]] },
  );
});
