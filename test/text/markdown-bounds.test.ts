import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { renderMarkdown } from "../../src/text/markdown.ts";
import { withinTime } from "../../src/text/within-time.ts";
import { sharedTest } from "../support/shared.ts";
import { checkHtml } from "./checked-html.ts";

const TOO_MUCH: { title: string; text: string }[] = [
  { title: "emphasis that never closes", text: "*a_".repeat(50_000) },
  { title: "quotations too deep", text: ">".repeat(5_000) },
  { title: "quotations one too deep", text: `${"> ".repeat(50)}a` },
  {
    title: "a table of cells that are not written",
    text: `${"|a".repeat(400)}\n${"|-".repeat(400)}\n${"x\n".repeat(300)}`,
  },
  {
    title: "an address repeated a little too often",
    text: `[a]: http://x.example/${"y".repeat(20_000)}\n\n${"[a] ".repeat(10)}`,
  },
  { title: "lists too deep", text: `${"- ".repeat(5_000)}a` },
  { title: "emphasis too deep", text: `${"*a ".repeat(5_000)}${" a*".repeat(5_000)}` },
  {
    title: "a table of millions of cells",
    text: `${"|a".repeat(2_000)}\n${"|-".repeat(2_000)}\n${"x\n".repeat(50_000)}`,
  },
  {
    title: "an address repeated by reference",
    text: `[a]: http://x.example/${"y".repeat(90_000)}\n\n${"[a] ".repeat(1_000)}`,
  },
  { title: "a text too long", text: "a".repeat(500_001) },
];

for (const { title, text } of TOO_MUCH) {
  test(`not rendered: ${title}`, () => assert.equal(renderMarkdown(text), null));
}

test("a text that was not rendered leaves no trace in the next", () => {
  const text = "*a* [b](http://x.example) `c` ~d~";
  const before = renderMarkdown(text);
  renderMarkdown("*a_".repeat(50_000));
  assert.deepEqual(renderMarkdown(text), before);
});

test("a text nested twenty deep is rendered", () => {
  assert.ok(renderMarkdown(`${"> ".repeat(20)}a`)?.[0]?.html.includes("<p>a</p>"));
});

test("a long text of ordinary Markdown is rendered", () => {
  const text = "The *talks* went on, [the minister](https://x.example/) said.\n\n".repeat(3_000);
  assert.equal(renderMarkdown(text)?.length, 3_000);
});

test("a job is stopped in a loop and in a regular expression, and may fail or answer", () => {
  const stopped = { code: "ERR_SCRIPT_EXECUTION_TIMEOUT" };
  assert.throws(() => withinTime(20, forever), stopped);
  assert.throws(() => withinTime(20, () => /^(a+)+$/.test(`${"a".repeat(60)}b`)), stopped);
  assert.throws(() => withinTime(20, () => assert.fail("its own")), /its own/);
  assert.equal(
    withinTime(1_000, () => 1),
    1,
  );
});

function forever(): never {
  for (;;);
}

sharedTest(
  "payloads/markdown",
  "every example and hostile text renders safely or not at all",
  (folder) => {
    for (const name of readdirSync(folder)) {
      const content = readFileSync(join(folder, name), "utf8");
      const texts = name.endsWith(".json") ? examplesOf(content) : [content];
      for (const text of texts) checkRendering(text);
    }
  },
);

sharedTest(
  "payloads/own",
  "texts that get past the parser's own HTML rules are inert",
  (folder) => {
    for (const name of readdirSync(folder)) {
      for (const text of JSON.parse(readFileSync(join(folder, name), "utf8")) as string[]) {
        checkRendering(text);
      }
    }
  },
);

sharedTest("payloads/strings", "naughty strings render safely", (folder) => {
  for (const name of readdirSync(folder)) {
    const content = readFileSync(join(folder, name), "utf8");
    checkRendering(content);
    for (const line of content.split("\n")) checkRendering(line);
  }
});

sharedTest("corpora/18f-blog/data", "a blog's posts are all rendered", (folder) => {
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), "utf8");
    assert.ok(checkRendering(text), name);
  }
});

function examplesOf(json: string): string[] {
  return (JSON.parse(json) as { markdown: string }[]).map(({ markdown }) => markdown);
}

/** Whether the text is rendered; fails where it is, and not safely or not whole. */
function checkRendering(text: string): boolean {
  const blocks = renderMarkdown(text);
  for (const { html } of blocks ?? []) checkHtml(html);
  if (blocks?.length) assert.equal(blocks.map((block) => block.text).join(""), text);
  return blocks !== null;
}
