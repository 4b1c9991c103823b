import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { wordCount } from "../../src/pages/word-count.ts";

describe("a count of words", () => {
  for (const [text, count] of [
    ["", 0],
    [" – , … ¶", 0],
    ["The U.S. spent 2.5 per cent.", 6],
    ["O’Neill's well-known co-op", 3],
    ["Переговоры в Женеве", 3],
    ["اجتمع المجلس اليوم", 3],
    ["e\u0301te\u0301", 1],
  ] as const) {
    it(`is ${count} for “${text}”`, () => assert.equal(wordCount(text), count));
  }

  it("divides a script without spaces as a dictionary does", () => {
    const count = wordCount("联合国安全理事会举行紧急会议");
    assert.ok(count > 3 && count < 10, String(count));
  });

  it("takes a long text without spaces", () => {
    assert.ok(wordCount("会议".repeat(50_000)) > 40_000);
  });
});
