import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { renderMarkdown } from "../../src/text/markdown.ts";
import { markedHtml } from "../../src/text/marked-html.ts";
import { markedText } from "../../src/text/marked-text.ts";
import { escapeHtml, renderedHtml, type SafeHtml } from "../../src/text/safe-html.ts";
import { wholeCharacters } from "../../src/text/whole-characters.ts";

const finding = (word: string) => (text: string) =>
  [...text.matchAll(new RegExp(word, "gi"))].map(({ index }) => ({
    start: index,
    end: index + word.length,
  }));
const unmarked = (html: string) => html.replace(/<\/?mark>/g, "");

describe("marking words", () => {
  const table: [html: string, word: string, marked: string][] = [
    ["a &amp; b", "amp", "a &amp; b"],
    ["a &amp; b", "&", "a <mark>&amp;</mark> b"],
    [
      "<p>cor<em>rid</em>or</p>",
      "corridor",
      "<p><mark>cor</mark><em><mark>rid</mark></em><mark>or</mark></p>",
    ],
    [
      "<em>cor<strong>rid</strong></em><code>or</code>",
      "corridor",
      "<em><mark>cor</mark><strong><mark>rid</mark></strong></em><code><mark>or</mark></code>",
    ],
    ["<p>cor</p><p>ridor</p>", "corridor", "<p>cor</p><p>ridor</p>"],
    [
      '<a href="/bridge" title="bridge">bridge</a>',
      "bridge",
      '<a href="/bridge" title="bridge"><mark>bridge</mark></a>',
    ],
  ];
  for (const [html, word, marked] of table) {
    it(`${word} in ${html}`, () => {
      assert.equal(markedHtml(html as SafeHtml, finding(word)), marked);
    });
  }

  const nasty = fc.string({
    unit: fc.constantFrom(
      "a",
      "&",
      "<",
      ">",
      '"',
      "'",
      ";",
      "amp",
      "e\u0301",
      "👩‍👧",
      "กำ",
      "한",
      "*",
      "_",
      "`",
      " ",
      "\n",
      "\u200d",
      "🇦",
    ),
    maxLength: 40,
  });
  const spansOf = (text: string, cuts: number[]) => {
    const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
    return places.flatMap((start, index) =>
      index % 2 === 0 && places[index + 1] !== undefined
        ? [{ start, end: places[index + 1] as number }]
        : [],
    );
  };

  it("never changes what an escaped text shows, nor breaks a character of it", () => {
    fc.assert(
      fc.property(nasty, fc.array(fc.nat(60), { maxLength: 6 }), (text, cuts) => {
        const spans = spansOf(text, cuts);
        assert.equal(unmarked(markedText(text, spans)), escapeHtml(text));
        assert.equal(
          markedHtml(escapeHtml(text), () => spans),
          markedText(text, spans),
        );
        const starts = new Set(
          [...new Intl.Segmenter("en").segment(text)].map(({ index }) => index),
        );
        starts.add(text.length);
        for (const { start, end } of wholeCharacters(text, spans)) {
          assert.ok(starts.has(start) && starts.has(end), JSON.stringify([text, start, end]));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("leaves every tag of rendered Markdown as it was", () => {
    fc.assert(
      fc.property(nasty, fc.array(fc.nat(60), { maxLength: 6 }), (text, cuts) => {
        for (const { html } of renderMarkdown(text) ?? []) {
          const marked = markedHtml(renderedHtml(html), (words) => spansOf(words, cuts));
          assert.equal(unmarked(marked), html);
          assert.doesNotMatch(marked, /<mark>(?:(?!<\/mark>).)*<(?!\/mark>)/s);
        }
      }),
      { numRuns: 300 },
    );
  });
});
