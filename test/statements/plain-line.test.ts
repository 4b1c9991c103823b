import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { plainLine } from "../../src/statements/plain-line.ts";

const DROPPED =
  /[\p{Cc}\p{Noncharacter_Code_Point}\u00ad\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/u;

/** The same, character by character, by asking Unicode of each. */
function plainly(text: string, limit: number): string {
  let line = "";
  let marks = 0;
  let gap = false;
  for (const character of text) {
    const isSpace = /[\s\u0085]/u.test(character) && character !== "\ufeff";
    if (isSpace) gap = true;
    if (isSpace || DROPPED.test(character)) continue;
    marks = /\p{M}/u.test(character) ? marks + 1 : 0;
    if (marks > 5) continue;
    line += gap && line !== "" ? " " : "";
    gap = false;
    line += /\p{Cs}/u.test(character) ? "\ufffd" : character;
    if (line.length >= limit) break;
  }
  return line;
}

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({
    unit: fc.constantFrom(
      ..."abc AБв \n\t\r\0\u0085\u00ad\u0301\u0302\u064b\u200b\u200f\u202e\u2028\ufeff\uffff",
      ..."é中ไ։.\ud800\udc00",
      "𝒜",
      "👩🏽‍🚀",
      "\u{1ffff}",
      "\u{e0100}",
    ),
    maxLength: 60,
  }),
);

test("a line is what its characters are one by one, whatever the text and the limit", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 90 }), (text, limit) => {
      assert.equal(plainLine(text, limit), plainly(text, limit));
    }),
    { numRuns: 5000 },
  );
});

test("a line ends near its limit, however the text goes on", () => {
  assert.equal(plainLine("abc def ghi".repeat(1000), 5), "abc d");
  assert.equal(plainLine(`a${"\n".repeat(1000)}bc`, 2), "a b");
});
