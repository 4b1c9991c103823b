import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { MOST_WORDS, readQuery } from "../../src/search/read-query.ts";
import type { SearchQuery, SearchTerm } from "../../src/statements/search-query.ts";

function term(written: SearchTerm): string {
  const words = `${written.words.join(" ")}${written.prefix ? "*" : ""}`;
  return written.exact ? `"${words}"` : words;
}

function shown(query: SearchQuery | null): string {
  if (!query) return "";
  const groups = query.all.map((group) => group.map(term).join(" | "));
  return [...groups, ...query.none.map((one) => `not ${term(one)}`)].join(" & ");
}

const READINGS: [typed: string, query: string, understood: string][] = [
  ["road", "road", "as-written"],
  ["open road", "open & road", "as-written"],
  ['"open road"', '"open road"', "as-written"],
  ["“open road”", '"open road"', "as-written"],
  ["«открытая дорога»", '"открытая дорога"', "as-written"],
  ["road -closed", "road & not closed", "as-written"],
  ['road -"closed to all"', 'road & not "closed to all"', "as-written"],
  ["-closed", "not closed", "as-written"],
  ["road OR bridge closed", "road | bridge & closed", "as-written"],
  ["road or bridge", "road & or & bridge", "as-written"],
  ["neg*", "neg*", "as-written"],
  ["ne*", "ne", "plain"],
  ["road ne*", "road & ne", "plain"],
  ["路*", "路*", "as-written"],
  ["un-blocking", "un blocking", "as-written"],
  ["恢复对话", "恢 复 对 话", "as-written"],
  ["road & bridge", "road & bridge", "as-written"],
  ["", "", "as-written"],
  ["!?", "", "as-written"],
  ["“open road", "open & road", "plain"],
  ["road OR", "road & OR", "plain"],
  ["OR road", "OR & road", "plain"],
  ["-OR", "not OR", "as-written"],
  ['""', "", "plain"],
  ["*", "", "plain"],
  ["agency: road", "agency & road", "plain"],
  ["road -agency:TASS", "road & agency & TASS", "plain"],
  ['צה"ל', "צה ל", "as-written"],
  ["한국", "한 국", "as-written"],
];

for (const [typed, query, understood] of READINGS) {
  test(`${JSON.stringify(typed)} is read as ${query || "nothing"} (${understood})`, () => {
    const read = readQuery(typed);
    assert.equal(shown(read.query), query);
    assert.equal(read.understood, understood);
  });
}

test("fields are read with and without quotes, in any case", () => {
  const read = readQuery(
    'road Agency:"Court Notices" place:Geneva language:fr tag:«sea roads» date:2023-01..',
  );
  assert.deepEqual(read.fields, {
    agency: "Court Notices",
    place: "Geneva",
    language: "fr",
    tag: "sea roads",
    date: "2023-01..",
  });
  assert.equal(shown(read.query), "road");
});

test("a field named twice is read as plain words", () => {
  const read = readQuery("agency:one agency:two");
  assert.deepEqual(read.fields, {});
  assert.equal(read.understood, "plain");
});

test("a query beyond the bound is shortened, and says so", () => {
  const read = readQuery(Array.from({ length: 100 }, (_, n) => `w${n}`).join(" "));
  assert.equal(read.query?.all.length, MOST_WORDS);
  assert.equal(read.understood, "shortened");
});

test("a quotation beyond the bound keeps its first words", () => {
  const read = readQuery(`"${"word ".repeat(100)}"`);
  assert.equal(read.query?.all[0]?.[0]?.words.length, MOST_WORDS);
});

test("no string throws, and reading is stable", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
      assert.deepEqual(readQuery(typed), readQuery(typed));
    }),
  );
});
