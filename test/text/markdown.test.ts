import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { plainTextOf, renderMarkdown } from "../../src/text/markdown.ts";
import { checkHtml } from "./checked-html.ts";

const htmlOf = (text: string) => (renderMarkdown(text) ?? []).map(({ html }) => html).join("");

const RENDERED: { title: string; markdown: string; html: string }[] = [
  {
    title: "emphasis",
    markdown: "*a* **b** ~~c~~ `d`",
    html: "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>",
  },
  { title: "a line break in prose", markdown: "one\n  two", html: "<p>one two</p>" },
  { title: "a line break between CJK characters", markdown: "会谈\n结束", html: "<p>会谈结束</p>" },
  { title: "a hard line break", markdown: "one  \ntwo", html: "<p>one<br>two</p>" },
  {
    title: "headings below the page's own, without a gap",
    markdown: "# A\n\n### B\n\n## C",
    html: "<h2>A</h2><h3>B</h3><h3>C</h3>",
  },
  {
    title: "an empty heading as typed",
    markdown: "#\n\n## &nbsp;",
    html: "<p>#</p><p>## &amp;nbsp;</p>",
  },
  {
    title: "a list",
    markdown: "- a\n- b\n  1. c",
    html: "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>",
  },
  { title: "a list that begins later", markdown: "3. a", html: '<ol start="3"><li>a</li></ol>' },
  {
    title: "tasks as typed",
    markdown: "- [x] a\n- [ ] b",
    html: "<ul><li>[x] a</li><li>[ ] b</li></ul>",
  },
  {
    title: "a table, without alignment",
    markdown: "|a||\n|:-:|-|\n|1|2|",
    html: '<table><thead><tr><th scope="col">a</th><td></td></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
  },
  {
    title: "code as typed",
    markdown: "```js\n<b>&amp;\n```",
    html: "<pre><code>&lt;b&gt;&amp;amp;</code></pre>",
  },
  { title: "a quotation", markdown: "> a", html: "<blockquote><p>a</p></blockquote>" },
  { title: "a rule", markdown: "a\n\n---", html: "<p>a</p><hr>" },
  {
    title: "a footnote as typed",
    markdown: "a[^1]\n\n[^1]: note",
    html: "<p>a[^1]</p><p>[^1]: note</p>",
  },
  {
    title: "a block of HTML as typed",
    markdown: "<div onclick=x>a</div>",
    html: "<p>&lt;div onclick=x&gt;a&lt;/div&gt;</p>",
  },
  {
    title: "HTML in a line as typed",
    markdown: "a <b>b</b>",
    html: "<p>a &lt;b&gt;b&lt;/b&gt;</p>",
  },
  {
    title: "character references",
    markdown: "&copy; &#x41;&#66; &hellip; &#0; &unknown;",
    html: "<p>© AB … \ufffd &amp;unknown;</p>",
  },
  {
    title: "a link",
    markdown: '[a](https://x.example/?b=1&c=2 "t")',
    html: '<p><a href="https://x.example/?b=1&amp;c=2" title="t">a</a></p>',
  },
  {
    title: "a link by reference",
    markdown: "[a]\n\n[a]: http://x.example",
    html: '<p><a href="http://x.example/">a</a></p>',
  },
  {
    title: "a bare address",
    markdown: "www.x.example",
    html: '<p><a href="http://www.x.example/">www.x.example</a></p>',
  },
  {
    title: "a mail address",
    markdown: "<a@x.example>",
    html: '<p><a href="mailto:a@x.example">a@x.example</a></p>',
  },
  { title: "a fragment", markdown: "[a](#p-1)", html: '<p><a href="#p-1">a</a></p>' },
  {
    title: "a link without words",
    markdown: "[](http://x.example/)",
    html: '<p><a href="http://x.example/">http://x.example/</a></p>',
  },
  {
    title: "an image as a link",
    markdown: "![a](http://x.example/i.png)",
    html: '<p><a href="http://x.example/i.png">a</a></p>',
  },
  {
    title: "an image in a link",
    markdown: "[![a](http://i.example/)](http://x.example/)",
    html: '<p><a href="http://x.example/">a (http://i.example/)</a></p>',
  },
  { title: "a link within the site as text", markdown: "[a](/b)", html: "<p>a (/b)</p>" },
  {
    title: "a link definition alone as typed",
    markdown: "[a]: http://x.example",
    html: "<p>[a]: http://x.example</p>",
  },
  {
    title: "Markdown within HTML",
    markdown: "<div>\n*a*\n</div>",
    html: "<p>&lt;div&gt; <em>a</em> &lt;/div&gt;</p>",
  },
  {
    title: "an HTML attribute as prose",
    markdown: 'a <b c="*">d*',
    html: "<p>a &lt;b c=&quot;<em>&quot;&gt;d</em></p>",
  },
  {
    title: "a link with a character reference",
    markdown: "[a](https&#58;//x.example/)",
    html: '<p><a href="https://x.example/">a</a></p>',
  },
];

for (const { title, markdown, html } of RENDERED) {
  test(`Markdown: ${title}`, () => {
    assert.equal(htmlOf(markdown), html);
    checkHtml(html);
  });
}

const DANGEROUS = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java&#115;cript:alert(1)",
  "javascript&colon;alert(1)",
  "&#106avascript:alert(1)",
  "java&Tab;script:alert(1)",
  "java&NewLine;script:alert(1)",
  "&#1;javascript:alert(1)",
  "<java\tscript:alert(1)>",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "//x.example/",
  "\\\\x.example\\",
  "view-source:http://x.example",
];

for (const target of DANGEROUS) {
  test(`no page links to ${target}`, () => {
    for (const markdown of [
      `[a](${target})`,
      `![a](${target})`,
      `<${target}>`,
      `[a]\n\n[a]: ${target}`,
    ]) {
      const html = htmlOf(markdown);
      checkHtml(html);
      assert.doesNotMatch(html, /href/);
    }
  });
}

test("every character of the text belongs to exactly one block", () => {
  fc.assert(
    fc.property(markdownLike(), (text) => {
      const blocks = renderMarkdown(text) ?? [];
      if (text.trim() !== "") assert.equal(blocks.map((block) => block.text).join(""), text);
    }),
  );
});

/** What chance does not always meet: HTML at each place whose words are escaped by themselves. */
const HTML_IN_PLACES = [
  "`<img src=x onerror=alert(1)>`",
  "*<b>*, ~~<b>~~ and <b>",
  "```<b>\n<script>\n```",
  "    <script>",
  '[<b>](https://a.example/"<b> ""<b>")',
  '![<b>](https://a.example/"<b> ""<b>")',
  "|<b>|\n|-|\n|<b>|",
].map((text): [string] => [text]);

test("whatever is typed, the page holds only what is allowed", () => {
  fc.assert(
    fc.property(fc.oneof(markdownLike(), fc.string({ unit: "binary" })), (text) => {
      for (const { html } of renderMarkdown(text) ?? []) checkHtml(html);
    }),
    { numRuns: 500, examples: HTML_IN_PLACES },
  );
});

test("definitions belong to the block before them, or to the first", () => {
  const blocks = renderMarkdown("[a]: b\n\nOne.\n\n[c]: d\n\nTwo.") ?? [];
  assert.deepEqual(
    blocks.map(({ text }) => text),
    ["[a]: b\n\nOne.\n\n[c]: d\n\n", "Two."],
  );
});

test("a blank text has no blocks", () => assert.deepEqual(renderMarkdown(" \n\n"), []));

test("the plain text is what the page shows", () => {
  const blocks =
    renderMarkdown("# A &amp; B\n\n- *one*\n- two<br>\n\n|c|d|\n|-|-|\n|e|f|\n\n`<g>`") ?? [];
  assert.equal(plainTextOf(blocks), "A & B\n\none\ntwo<br>\n\nc\td\ne\tf\n\n<g>");
});

/** Strings of the pieces that Markdown is made of. */
function markdownLike(): fc.Arbitrary<string> {
  const pieces =
    "a|word |\n|\n\n|  \n|    |\t|*|**|_|~~|`|```\n|# |## |- |1. |> |[|](|)|]: |![|<|>|<b>|</b>|<!--|&|&amp;|&#58;|\\|javascript:|http://x.example|\"|'|--|===|[x] |\0|\ud800|漢".split(
      "|",
    );
  const table = ["|", "|-|-|\n"];
  return fc
    .array(fc.constantFrom(...pieces, ...table), { maxLength: 60 })
    .map((parts) => parts.join(""));
}
