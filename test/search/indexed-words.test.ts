import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type IndexedWords, indexedWords } from "../../src/search/indexed-words.ts";
import { stemmerFor } from "../../src/search/stemmers.ts";
import { firstHash, nextHash, WordMemory } from "../../src/search/word-memory.ts";
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
    stems: [...new Set(stems.map(({ stem }) => stem))],
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

/** What the memory says of the word. */
function find(
  memory: WordMemory,
  language: number,
  word: string,
  ask: (word: string) => number,
): number {
  const utf8 = Buffer.from(word, "utf8");
  const hash = utf8.reduce(nextHash, firstHash(language));
  return memory.find(language, hash, utf8, 0, utf8.length, ask);
}

describe("a memory of words", () => {
  it("gives what was said of a word, in its language, however many there are", () => {
    const memory = new WordMemory();
    for (const language of [0, 1]) {
      for (let index = 0; index < 300_000; index++) {
        const found = find(memory, language, index.toString(36), (asked) => {
          return 2 * Number.parseInt(asked, 36) + language;
        });
        if (found !== 2 * index + language) assert.equal(found, 2 * index + language);
      }
    }
  });

  it("asks once for a word, in whatever case", () => {
    const memory = new WordMemory();
    let asked = 0;
    for (const word of ["word", "Word", "WORD"]) find(memory, 0, word, () => ++asked);
    assert.equal(asked, 1);
  });

  it("tells words apart that have the same hash", () => {
    const memory = new WordMemory();
    const said = ["one", "two", "one", "tw"].map((word) =>
      memory.find(0, 7, Buffer.from(word), 0, word.length, (asked) => asked.charCodeAt(1)),
    );
    assert.deepEqual(
      said,
      ["n", "w", "n", "w"].map((letter) => letter.charCodeAt(0)),
    );
  });

  it("remembers words of any length", () => {
    const memory = new WordMemory();
    for (const length of [1, 100, 8_000_000, 1, 1_000_000, 1_000_000, 9_000_000, 100]) {
      const word = "x".repeat(length);
      assert.equal(
        find(memory, 0, word, (asked) => asked.length),
        length,
      );
    }
  });
});
