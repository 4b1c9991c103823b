import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { paragraphsOf, unwrapped } from "../../src/text/paragraphs.ts";
import { hasMoreParagraphs } from "../../src/text/split-paragraphs.ts";
import { checkHtml } from "./checked-html.ts";

const literal = (text: string) => paragraphsOf({ text, format: "text", blocks: null });
const texts = (text: string) => literal(text).map((paragraph) => paragraph.text);
const anchors = (text: string) => literal(text).map((paragraph) => paragraph.anchor);

const SPLITS: { title: string; text: string; paragraphs: string[] }[] = [
  { title: "nothing", text: "", paragraphs: [] },
  { title: "white space", text: " \n\t\n", paragraphs: [] },
  { title: "one line", text: "One.", paragraphs: ["One."] },
  { title: "a blank line", text: "One.\n\nTwo.", paragraphs: ["One.", "Two."] },
  {
    title: "blank lines of any white space",
    text: "1\n \t\n2\n\u3000\u00a0\n3\n\u0085\n4",
    paragraphs: ["1", "2", "3", "4"],
  },
  {
    title: "indents and spaces at line ends",
    text: "  One \n  more  \n\n\tTwo ",
    paragraphs: ["  One \n  more  ", "\tTwo "],
  },
  { title: "blank lines around", text: "\n\nOne.\n\n\n", paragraphs: ["One."] },
];

for (const { title, text, paragraphs } of SPLITS) {
  test(`paragraphs of ${title}`, () => {
    assert.deepEqual(texts(text), paragraphs);
    assert.equal(hasMoreParagraphs(text, paragraphs.length), false);
    if (paragraphs.length > 0) assert.ok(hasMoreParagraphs(text, paragraphs.length - 1));
  });
}

test("every character that is not white space is kept, in order", () => {
  const bare = (text: string) => text.replace(/[\s\u0085]/gu, "");
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "<", "漢", " ", "\n", "\u0085", "\0", "\ud800") }),
      (text) => {
        assert.equal(bare(texts(text).join("")), bare(text));
        for (const { html } of literal(text)) checkHtml(html);
      },
    ),
  );
});

test("markup in a literal text is shown as typed", () => {
  assert.equal(
    literal("<b>bold</b>\n# no heading")[0]?.html,
    "&lt;b&gt;bold&lt;/b&gt;\n# no heading",
  );
});

test("a text that could not be rendered as Markdown is literal", () => {
  const [only] = paragraphsOf({ text: "*a*", format: "markdown", blocks: null });
  assert.equal(only?.html, "*a*");
});

test("a Markdown block keeps its indent and loses the blank lines around it", () => {
  const blocks = [{ text: "\n    code\n\n", html: "<pre><code>code</code></pre>" }];
  const [only] = paragraphsOf({ text: "\n    code\n\n", format: "markdown", blocks });
  assert.equal(only?.text, "    code");
  assert.equal(only?.html, "<pre><code>code</code></pre>");
});

test("an anchor is p- and eight letters", () => {
  assert.match(anchors("The ministers met.")[0] ?? "", /^p-[0-9a-hjkmnp-tv-z]{8}$/);
});

test("a paragraph inserted above moves no anchor", () => {
  assert.equal(anchors("New.\n\nOld.")[1], anchors("Old.")[0]);
});

test("another wrapping moves no anchor, in scripts without spaces either", () => {
  assert.deepEqual(anchors("The ministers\n  met  today."), anchors("The ministers met today."));
  assert.deepEqual(anchors("部长们今天\n会面。"), anchors("部长们今天会面。"));
});

test("equal paragraphs are told apart by their order", () => {
  const [first, between, second, third] = anchors("Yes.\n\nNo.\n\nYes.\n\nYes.");
  assert.notEqual(first, between);
  assert.deepEqual([second, third], [`${first}-2`, `${first}-3`]);
});

test("a text of ten million characters without a break is read", () => {
  assert.equal(texts(`${"a ".repeat(5_000_000)}`).length, 1);
  assert.equal(unwrapped("\n".repeat(5_000_000)), "");
});
