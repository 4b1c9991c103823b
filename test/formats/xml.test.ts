import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { element, escapeXml, textElement } from "../../src/formats/xml.ts";

const ALLOWED = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

describe("XML that is written", () => {
  const texts: [text: string, escaped: string][] = [
    ["Tom & <b>Ana</b>", "Tom &amp; &lt;b&gt;Ana&lt;/b&gt;"],
    ['"quoted" ]]>', "&quot;quoted&quot; ]]&gt;"],
    ["a\u0000b\u000bc\u001b[31m", "a\ufffdb\ufffdc\ufffd[31m"],
    ["\ufffe\uffff \ud800 \u{1f6a2}", "\ufffd\ufffd \ufffd \u{1f6a2}"],
    ["tab\there,\nline\rend", "tab\there,\nline&#13;end"],
  ];
  for (const [text, escaped] of texts) {
    it(`holds ${JSON.stringify(text)}`, () => assert.equal(escapeXml(text), escaped));
  }

  it("has an attribute for each value that is there, and keeps its white space", () => {
    const attributes = { href: 'a"b', title: "two\nlines\tand a tab", none: null };
    const written = '<link href="a&quot;b" title="two&#10;lines&#9;and a tab"/>';
    assert.equal(element("link", attributes), written);
  });

  it("has the children that are there, a line each", () => {
    const children = [textElement("b", "1 < 2"), null, textElement("c", "", { id: "x" })];
    assert.equal(element("a", {}, children), '<a>\n<b>1 &lt; 2</b>\n<c id="x"></c>\n</a>');
  });

  it("never holds a character that XML forbids, nor a mark of its own that a text brings", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeXml(text);
        assert.match(escaped, ALLOWED);
        assert.doesNotMatch(escaped, /[<>"]|&(?!(?:amp|lt|gt|quot|#13);)/);
      }),
    );
  });
});
