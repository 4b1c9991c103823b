import assert from "node:assert/strict";
import { test } from "node:test";
import { countScripts } from "../../src/import/languages/scripts.ts";

const SCRIPTS: [script: string, letters: string, others: string][] = [
  ["Latin", "AZazÀɏəḀỿ", "@[`{0 ɐ"],
  ["Greek", "αω", "ἀ"],
  ["Cyrillic", "аЯёӡԯ", "ⷠ"],
  ["Armenian", "Աև", "։֊"],
  ["Arabic", "ءيٮۓە", "،؟٠۔۰"],
  ["Georgian", "აჰ", "ⴀ"],
  ["Thai", "กๆ", "๐"],
  ["Kana", "ぁンゟヿ", "。「"],
  ["Han", "㐀一鿿", "〇"],
  ["Hangul", "가힣ᄀ", "ㄱ"],
];

for (const [script, letters, others] of SCRIPTS) {
  test(`letters of ${script} are counted, and nothing else`, () => {
    assert.deepEqual([...countScripts(letters + others)], [[script, letters.length]]);
  });
}

test("a text in several scripts has a count for each", () => {
  assert.deepEqual(
    new Map([...countScripts("Ab вг. Դ 1")].sort()),
    new Map([
      ["Armenian", 1],
      ["Cyrillic", 2],
      ["Latin", 2],
    ]),
  );
});
