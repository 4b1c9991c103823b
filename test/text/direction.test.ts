import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { directionOf } from "../../src/text/direction.ts";

const directions: [language: string, direction: string][] = [
  ["en", "ltr"],
  ["hy", "ltr"],
  ["zh-Hant", "ltr"],
  ["az", "ltr"],
  ["az-Arab", "rtl"],
  ["ar", "rtl"],
  ["ar-Latn", "ltr"],
  ["fa", "rtl"],
  ["ur-PK", "rtl"],
  ["he", "rtl"],
  ["yi", "rtl"],
  ["dv", "rtl"],
  ["und", "ltr"],
  ["", "ltr"],
  ["not a tag", "ltr"],
];

describe("the direction of a language", () => {
  for (const [language, direction] of directions) {
    it(`is ${direction} for “${language}”`, () => assert.equal(directionOf(language), direction));
  }
});
