import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Direction } from "../../src/text/direction.ts";
import { directionOfWords, otherDirection } from "../../src/text/paragraph-direction.ts";

const CASES: [text: string, statement: Direction, other: Direction | null][] = [
  ["All in English.", "ltr", null],
  ["All in English.", "rtl", "ltr"],
  ["اجتمع المجلس اليوم", "ltr", "rtl"],
  ["North Road: اجتمع المجلس اليوم في بيروت", "rtl", null],
  ["המועצה התכנסה", "ltr", "rtl"],
  ["1,234 – 5", "rtl", null],
  ["", "rtl", null],
];

describe("a paragraph in another script than its statement", () => {
  for (const [text, statement, other] of CASES) {
    it(`“${text}” in words that run ${statement}: ${other ?? "as they do"}`, () => {
      assert.equal(otherDirection(text, statement), other);
    });
  }
});

describe("a headline whose language is not known", () => {
  it("runs as its letters do, whatever language is said in its place", () => {
    assert.equal(directionOfWords("اجتمع المجلس اليوم", "en"), "rtl");
    assert.equal(directionOfWords("The council met", "ar"), "ltr");
    assert.equal(directionOfWords("1,234", "ar"), "rtl");
  });
});

describe("the letters of every script that runs from right to left", () => {
  const SAMPLES = ["ا", "א", "ܐ", "ހ", "ߊ", "𞤀", "ﭐ", "ﺀ"];
  for (const letter of SAMPLES) {
    it(`${letter} turns a paragraph of a statement that runs ltr`, () => {
      assert.equal(otherDirection(letter.repeat(3), "ltr"), "rtl");
    });
  }
});
