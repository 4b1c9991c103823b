import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fold } from "../../src/search/fold.ts";

describe("the form under which a word is looked up", () => {
  for (const [word, folded] of [
    ["Café", "cafe"],
    ["İSTANBUL", "istanbul"],
    ["ﬁve", "five"],
    ["４２", "42"],
    ["كِتَابٌ", "كتاب"],
    ["co\u00adoperation", "cooperation"],
    ["Ի՞նչ", "ինչ"],
    ["Йод и ёлка", "йодиелка"],
    ["ガﾊﾟ", "ガパ"],
    ["नुक़्ता", "नुक्ता"],
    ["น้ำ", "น้า"],
  ] as const) {
    it(`is ${folded} for ${word}`, () => assert.equal(fold(word), folded));
  }

  it("is found of a word with as many marks as a file can hold", () => {
    assert.equal(fold(`x${"\u0301".repeat(5_000_000)}y`), "xy");
  });
});
