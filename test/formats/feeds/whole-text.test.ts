import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { wholeText } from "../../../src/formats/feeds/whole-text.ts";

const literal = (text: string, language = "en") =>
  wholeText({ text, format: "text", blocks: null, language });
const whole = (paragraphs: string) => `<div lang="en" dir="ltr">\n${paragraphs}\n</div>`;

describe("a whole text in a feed", () => {
  const rows: [promise: string, html: string, expected: string][] = [
    ["has its paragraphs", literal("One.\n\nTwo."), whole("<p>One.</p>\n<p>Two.</p>")],
    ["keeps its lines", literal("Roses\nViolets"), whole("<p>Roses<br>Violets</p>")],
    ["keeps its columns", literal("Bread\t2\nSalt\t3"), whole("<pre>Bread\t2\nSalt\t3</pre>")],
    ["shows every character", literal("<b>&amp;"), whole("<p>&lt;b&gt;&amp;amp;</p>")],
    [
      "runs as its language does",
      literal("سلام", "ar"),
      '<div lang="ar" dir="rtl">\n<p>سلام</p>\n</div>',
    ],
    [
      "says which paragraph runs the other way",
      literal("One.\n\nسلام عليكم"),
      whole('<p>One.</p>\n<p dir="rtl">سلام عليكم</p>'),
    ],
    [
      "has the blocks of a Markdown text",
      wholeText({
        text: "**a**\n\n- b",
        format: "markdown",
        language: "en",
        blocks: [
          { text: "**a**", html: "<p><strong>a</strong></p>" },
          { text: "- b", html: "<ul><li>b</li></ul>" },
        ],
      }),
      whole("<p><strong>a</strong></p>\n<ul><li>b</li></ul>"),
    ],
    [
      "shows Markdown that could not be rendered as typed",
      wholeText({ text: "*a*", format: "markdown", language: "en", blocks: null }),
      whole("<p>*a*</p>"),
    ],
    [
      "says no language that is a mark",
      literal("x", '"><b>'),
      '<div lang="&quot;&gt;&lt;b&gt;" dir="ltr">\n<p>x</p>\n</div>',
    ],
  ];
  for (const [promise, html, expected] of rows) it(promise, () => assert.equal(html, expected));
});
