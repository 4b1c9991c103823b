import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type KnownName, type Match, matchFiles } from "../../src/import/match-files.ts";

interface World {
  /** Name → statement, bytes, and what differs from an ordinary known file. */
  known?: Record<string, Partial<KnownName> & { statement: string; sha256: string }>;
  /** Digest → statement. */
  statements?: Record<string, string>;
  elsewhere?: Record<string, "main" | "other">;
  /** Names whose day and words are mostly new. */
  another?: string[];
  /** Names with the day of their statement, which was taken away. */
  thatDay?: string[];
}

/** Files as `name: words`, or `name: words/bytes` where bytes of the same words differ. */
async function match(files: Record<string, string>, world: World): Promise<Record<string, Match>> {
  const seen = Object.entries(files).map(([key, value]) => {
    const [digest, bytes = ""] = value.split("/") as [string, string?];
    return { key, digest, sha256: digest + bytes };
  });
  const known = new Map(
    Object.entries(world.known ?? {}).map(([key, name]) => [
      key,
      { missing: false, main: true, there: key in files, overruled: false, gone: false, ...name },
    ]),
  );
  const matches = await matchFiles(seen, known, {
    statementWith: async (digest) => world.statements?.[digest] ?? null,
    heldElsewhere: async (statement) => world.elsewhere?.[statement] ?? null,
    isOfThatDay: async ({ key }) => world.thatDay?.includes(key) ?? false,
    isAnother: async ({ key }) => world.another?.includes(key) ?? false,
  });
  return Object.fromEntries(matches);
}

const outcomes = (matches: Record<string, Match>) =>
  Object.entries(matches).map(([key, found]) => {
    const to = "of" in found ? found.of : "statement" in found ? found.statement : "new";
    return `${key} ${found.outcome} ${to}`;
  });

/** Two files, imported before. */
const TWO: World = {
  known: { a: { statement: "s1", sha256: "A" }, b: { statement: "s2", sha256: "B" } },
  statements: { A: "s1", B: "s2" },
};

describe("files are matched", () => {
  const CASES: [what: string, files: Record<string, string>, world: World, expected: string[]][] = [
    ["new files are added", { a: "A", b: "B" }, {}, ["a added new", "b added new"]],
    ["equal new files are one statement", { a: "A", b: "A" }, {}, ["a added new", "b duplicate a"]],
    ["the same again is unchanged", { a: "A", b: "B" }, TWO, ["a unchanged s1", "b unchanged s2"]],
    [
      "other bytes of the same words are unchanged",
      { a: "A/bom", b: "B" },
      TWO,
      ["a unchanged s1", "b unchanged s2"],
    ],
    [
      "a new name for one that is gone is moved",
      { b: "B", c: "A" },
      TWO,
      ["b unchanged s2", "c moved s1"],
    ],
    [
      "a new name beside one that is there is a duplicate",
      { a: "A", c: "A" },
      TWO,
      ["a unchanged s1", "c duplicate s1"],
    ],
    ["two names that are swapped are moved", { a: "B", b: "A" }, TWO, ["a moved s2", "b moved s1"]],
    [
      "files that are numbered anew are moved, and the new one is added",
      { a: "N", b: "A", c: "B" },
      TWO,
      ["b moved s1", "c moved s2", "a added new"],
    ],
    [
      "new words under a known name are a revision",
      { a: "A2", b: "B" },
      TWO,
      ["b unchanged s2", "a revised s1"],
    ],
    [
      "mostly new words of another day are another statement",
      { a: "N", b: "B" },
      { ...TWO, another: ["a"] },
      ["b unchanged s2", "a added new"],
    ],
    [
      "new words are another statement while a further file holds the old ones",
      { a: "N", c: "A" },
      TWO,
      ["c moved s1", "a added new"],
    ],
    [
      "so they are while a file that is not read holds them",
      { a: "N" },
      { ...TWO, elsewhere: { s1: "other" } },
      ["a added new"],
    ],
    [
      "a copy of what another run holds is a duplicate",
      { c: "A" },
      { statements: { A: "s1" }, elsewhere: { s1: "main" } },
      ["c duplicate s1"],
    ],
    [
      "words that come back under another name are moved",
      { c: "A" },
      { statements: { A: "s1" } },
      ["c moved s1"],
    ],
    [
      "a known name takes equal new words before a new name does",
      { 0: "A2", a: "A2" },
      TWO,
      ["a revised s1", "0 duplicate a"],
    ],
    [
      "only one of two names of a statement revises it, the one that brought its words first",
      { a: "X", b: "Y" },
      {
        known: {
          a: { statement: "s1", sha256: "A", main: false },
          b: { statement: "s1", sha256: "A" },
        },
        statements: { A: "s1" },
      },
      ["b revised s1", "a added new"],
    ],
    [
      "each of two names that are gone lends its place to one new name",
      { c: "A", d: "A", e: "A" },
      {
        known: {
          a: { statement: "s1", sha256: "A" },
          b: { statement: "s1", sha256: "A", main: false },
        },
        statements: { A: "s1" },
      },
      ["c moved s1", "d moved s1", "e duplicate s1"],
    ],
    [
      "a file that was missing is unchanged when it comes back",
      { a: "A" },
      { known: { a: { statement: "s1", sha256: "A", missing: true } }, statements: { A: "s1" } },
      ["a unchanged s1"],
    ],
    [
      "bytes as last seen are unchanged, though we may read them in another way now",
      { a: "A-as-read-today/" },
      { known: { a: { statement: "s1", sha256: "A-as-read-today" } } },
      ["a unchanged s1"],
    ],
    [
      "a file that was missing while its statement went on is another one",
      { a: "A", b: "B" },
      {
        known: {
          a: { statement: "s1", sha256: "A", missing: true },
          b: { statement: "s1", sha256: "B" },
        },
        statements: { B: "s1" },
      },
      ["b unchanged s1", "a added new"],
    ],
    [
      "new words under the name and day of a statement that was taken away are barred",
      { a: "B" },
      { known: { a: { statement: "s1", sha256: "A", main: false, gone: true } }, thatDay: ["a"] },
      ["a barred s1"],
    ],
    [
      "new words of another day under the name of a statement that was taken away are another one",
      { a: "B" },
      { known: { a: { statement: "s1", sha256: "A", main: false, gone: true } } },
      ["a added new"],
    ],
  ];
  for (const [what, files, world, expected] of CASES) {
    test(what, async () => {
      assert.deepEqual(outcomes(await match(files, world)).sort(), [...expected].sort());
    });
  }

  test("one file speaks for a statement, the one that brought its words", async () => {
    const known = {
      a: { statement: "s1", sha256: "A", main: false },
      b: { statement: "s1", sha256: "A" },
    };
    const found = await match({ a: "A/new", b: "A/new" }, { known, statements: { A: "s1" } });
    assert.deepEqual(found.a, {
      outcome: "unchanged",
      statement: "s1",
      leads: false,
      same: false,
    });
    assert.deepEqual(found.b, {
      outcome: "unchanged",
      statement: "s1",
      leads: true,
      same: false,
    });
  });
});
