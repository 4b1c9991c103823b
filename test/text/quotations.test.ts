import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { quotationsIn } from "../../src/text/quotations.ts";
import { scriptJson } from "../../src/text/script-json.ts";

function quoted(text: string, most = 10): string[] {
  return quotationsIn({ text, format: "text", blocks: null }, most);
}

describe("what a statement quotes", () => {
  const table: [title: string, text: string, quotations: string[]][] = [
    [
      "stands between curly marks",
      "He said: “We will open it.” Then he left.",
      ["We will open it."],
    ],
    ["stands between straight marks", 'He said, "we will open it", and left.', ["we will open it"]],
    [
      "stands between angle marks",
      "Он сказал: «Мы откроем его завтра».",
      ["Мы откроем его завтра"],
    ],
    [
      "holds its own quotations",
      "“She said ‘no, not now’ to us.”",
      ["She said ‘no, not now’ to us."],
    ],
    ["is no word held at arm's length", "The “so-called road” was a “path”.", []],
    ["is nothing in brackets", "It was opened (as we said it would be).", []],
    ["ends in its own paragraph", "“It goes on for long\n\nand then it ends here.”", []],
    ["may need no spaces", "他说：「我们明天要打开这座桥」。", ["我们明天要打开这座桥"]],
    ["keeps its line breaks and markup", "“a <b>\nc & d e f”", ["a <b>\nc & d e f"]],
  ];
  for (const [title, text, quotations] of table) {
    it(title, () => assert.deepEqual(quoted(text), quotations));
  }

  it("is bounded", () => {
    const many = "“one two three four” ".repeat(20);
    assert.equal(quoted(many, 3).length, 3);
  });
});

it("JSON in a script element ends neither it nor itself", () => {
  const value = { a: "</script><!--<script>" };
  const json = scriptJson(value);
  assert.doesNotMatch(json, /</);
  assert.deepEqual(JSON.parse(json), value);
});
