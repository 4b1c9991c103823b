import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findMatches } from "../../src/search/matches.ts";
import { readQuery } from "../../src/search/read-query.ts";

const table: [query: string, language: string, text: string, found: string[]][] = [
  ["calls", "en", "She called. A call; recalled.", ["called", "call"]],
  ['"calls"', "en", "She called. Calls came.", ["Calls"]],
  ["Agdam", "en", "In Ağdam and AGDAM", ["Ağdam", "AGDAM"]],
  ['"lachin corridor"', "en", "the Lachin\ncorridor, a corridor", ["Lachin\ncorridor"]],
  ["corr*", "en", "corridors correct, scorned", ["corridors", "correct"]],
  ["ministry", "en", "the ministry’s answer", ["ministry’s"]],
  ["accord", "fr", "l’accord, d'accord", ["l’accord", "d'accord"]],
  ["truce OR ceasefire", "en", "a ceasefire, a truce", ["ceasefire", "truce"]],
  ["bridge -toll", "en", "a toll bridge", ["bridge"]],
  ["-toll", "en", "a toll bridge", []],
  ["外交部", "zh", "俄羅斯外交部發表", ["外交部"]],
  ["министр", "ru", "Министры и министра", ["Министры", "министра"]],
  ["الوزير", "ar", "قال الوَزير", ["الوَزير"]],
  ["cafe", "en", "Cafe\u0301 Café", ["Cafe\u0301", "Café"]],
  ['"a b" OR "a b c"', "en", "a b c a b", ["a b c", "a b"]],
];

describe("what a query finds in a text", () => {
  for (const [typed, language, text, found] of table) {
    it(`${typed} in ${JSON.stringify(text)}`, () => {
      const { query } = readQuery(typed);
      assert.ok(query);
      const matches = findMatches(text, query, language);
      assert.deepEqual(
        matches.map(({ start, end }) => text.slice(start, end)),
        found,
      );
    });
  }
});
