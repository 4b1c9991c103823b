import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { nearestPassage, soughtQuotation } from "../../src/text/nearest-passage.ts";

const TEXT = `The talks opened at nine in Geneva. The minister said that we shall not leave the table before “all questions” are settled, and that nobody would be asked to sign.

He left the hall at noon. The talks go on.`;

function near(quote: string, text = TEXT) {
  const found = nearestPassage(text, soughtQuotation(quote));
  return (
    found && { passage: text.slice(found.start, found.end), share: found.share, words: found.words }
  );
}

/** `same [-quoted-] {+archived+}` */
function written(quote: string, text = TEXT): string | undefined {
  const signs = { same: ["", ""], quoted: ["[-", "-]"], archived: ["{+", "+}"] };
  return near(quote, text)
    ?.words.map(({ kind, text: words, apart }) => (apart ? " " : "") + signs[kind].join(words))
    .join("");
}

describe("a passage that is nearly the quotation", () => {
  it("is shown with the words that differ", () => {
    assert.equal(
      written("we will never leave the table before 'all questions' are settled"),
      "we [-will never-] {+shall not+} leave the table before “all questions” are settled",
    );
  });

  it("is shown with the words that the quotation leaves out, and those that it adds", () => {
    assert.equal(
      written("we shall not leave before all these questions are settled"),
      "we shall not leave {+the table+} before {+“+}all [-these-] questions{+”+} are settled",
    );
  });

  it("is shown without the marks around the quotation", () => {
    assert.equal(written("“… he left the hall,”"), "[-he-] {+He+} left the hall");
  });

  it("is not stretched by a word of it that stands far away", () => {
    assert.equal(near("He left the hall at noon, sir")?.passage, "He left the hall at noon");
  });

  it("is told from one whose case alone differs", () => {
    assert.equal(written("he left the hall at noon"), "[-he-] {+He+} left the hall at noon");
  });

  it("may lack four words of ten, and no more", () => {
    assert.ok(near("the minister said that we shall xx xx xx xx"));
    assert.equal(near("the minister said that we xx xx xx xx xx"), null);
  });

  it("may lack one word of four in a short quotation", () => {
    assert.ok(near("The talks opened early"));
    assert.equal(near("The talks were closed"), null);
    assert.equal(near("talks closed"), null);
  });

  it("is found in text without spaces between words", () => {
    assert.ok(near("图书馆今天开放到晚上", "通知：图书馆明天开放到晚上，请大家注意。"));
  });
});

it("the words of the quotation are all there, in their order, and so are those of the passage", () => {
  const word = fc.constantFrom("we", "shall", "not", "go", "home", "now", "or", "never");
  const texts = fc.tuple(
    fc.array(word, { minLength: 1, maxLength: 40 }),
    fc.array(word, { minLength: 3, maxLength: 12 }),
  );
  fc.assert(
    fc.property(texts, ([text, quote]) => {
      const found = near(quote.join(" "), text.join(" "));
      if (!found) return;
      const of = (left: string) =>
        found.words
          .filter(({ kind }) => kind !== left)
          .map((part) => part.text)
          .join(" ");
      assert.equal(of("archived"), quote.join(" "));
      assert.equal(of("quoted"), found.passage);
      assert.ok(found.share >= 0.6);
    }),
  );
});
