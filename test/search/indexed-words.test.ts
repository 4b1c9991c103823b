import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type IndexedWords, indexedWords } from "../../src/search/indexed-words.ts";
import { stemmerFor } from "../../src/search/stemmers.ts";
import { WordMemory } from "../../src/search/word-memory.ts";
import { wordsOf } from "../../src/search/words.ts";
import { sharedTest } from "../support/shared.ts";

const LANGUAGES = ["en", "ru", "tr", "az", "hy", "ar", "fa", "fr", "zh", "th", "und"];

/** The same, word by word and with nothing remembered. */
function plainly(text: string, language: string): IndexedWords {
  const stem = stemmerFor(language);
  const words = [...wordsOf(text)];
  const stems = words
    .filter(({ alone }) => stem !== null && !alone)
    .map(({ bare, folded }) => ({ folded, stem: stem?.(bare) ?? "" }))
    .filter(({ folded, stem }) => stem !== folded);
  return {
    words: words.map(({ folded }) => folded).join(" "),
    stems: [...new Set(stems.map(({ stem }) => stem))].join(" "),
  };
}

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      ..."abcdeisglnt ABISZ019 .,-'’ \n\t\0éßÉı İəŞğœ\u0301\u064b\u200c",
      ..."ждиЁё հայև ὈΣς عربیہٹ ٣ 中文 ไทย カー 𝒜𐐀\ud800\udc00\ue000",
    ),
    maxLength: 80,
  }),
);

describe("the words of a text, as an index takes them", () => {
  it("are those that are read one by one, in any language and text", () => {
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), anyText, (language, text) => {
        assert.deepEqual(indexedWords(text, language), plainly(text, language));
      }),
      { numRuns: 5000 },
    );
  });

  it("are each language's own where the same word stands in texts of several", () => {
    for (const language of [...LANGUAGES, ...LANGUAGES]) {
      const text = "News of the ministers’ meetings";
      assert.deepEqual(indexedWords(text, language), plainly(text, language), language);
    }
  });

  for (const folder of ["corpora", "nasty", "statements"]) {
    sharedTest(folder, `are those that are read one by one in ../shared/${folder}`, (path) => {
      for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
        if (!entry.isFile()) continue;
        const text = readFileSync(join(entry.parentPath, entry.name), "utf8").slice(0, 2000);
        assert.deepEqual(indexedWords(text, "en"), plainly(text, "en"), entry.name);
      }
    });
  }
});

describe("a memory of words", () => {
  it("gives what was said of a word, in its language, however many there are", () => {
    const memory = new WordMemory<string>();
    const text = Array.from({ length: 200_000 }, (_, index) => index.toString(36)).join(" ");
    for (const language of [0, 1]) {
      for (const { index, 0: word } of text.matchAll(/\S+/g)) {
        const end = index + word.length;
        const found = memory.find(language, text, index, end, (asked) => `${language} ${asked}`);
        assert.equal(found, `${language} ${word}`);
      }
    }
  });

  it("asks once for a word, in whatever case", () => {
    const memory = new WordMemory<number>();
    let asked = 0;
    for (const text of ["word", " Word", "WORD's"]) {
      const start = text.search(/w/i);
      memory.find(0, text, start, start + 4, () => ++asked);
    }
    assert.equal(asked, 1);
  });

  it("remembers words of any length", () => {
    const memory = new WordMemory<string>();
    for (const length of [1, 100, 2_000_000, 1, 1_000_000, 1_000_000, 100]) {
      const word = "x".repeat(length);
      assert.equal(
        memory.find(0, word, 0, length, (asked) => asked),
        word,
      );
    }
  });
});
