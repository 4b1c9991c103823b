import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { visibleText } from "../../src/text/plain-text.ts";
import { escapeHtml } from "../../src/text/safe-html.ts";
import { checkHtml } from "./checked-html.ts";

test("the five characters of markup are escaped", () => {
  assert.equal(
    escapeHtml(`<a b="c" d='e'> & f`),
    "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt; &amp; f",
  );
});

test("a reference that was typed stays as many characters", () => {
  assert.equal(escapeHtml("AT&amp;T"), "AT&amp;amp;T");
});

test("escaped text holds no markup, whatever was typed", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => checkHtml(escapeHtml(text))));
});

test("escaped text shows what was typed", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z<>&"'#;]*$/), (text) => {
      assert.equal(visibleText(escapeHtml(text)), text);
    }),
  );
});
