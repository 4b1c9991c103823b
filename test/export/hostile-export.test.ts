import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, serialize, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { openTestArchive } from "../support/archive.ts";
import { sharedTest } from "../support/shared.ts";
import { startSite } from "../support/site.ts";
import { brokenLinks, exportTarget, exportTo, filesIn, textOf } from "./support.ts";

/** Elements that no page of ours has, and that only words of a statement could bring. */
const FOREIGN = ["img", "iframe", "object", "embed", "base", "math", "video", "audio", "marquee"];

/** Strings in one statement. */
const TOGETHER = 60;

sharedTest(
  "payloads/strings",
  "hostile strings stay words, and leave every file well formed",
  async (source) => {
    const archive = await openTestArchive(hostileFiles(source));
    const target = exportTarget();
    const { folder } = target;
    const site = await startSite(archive.store);
    try {
      await exportTo(archive.store, folder);
      assert.deepEqual(brokenLinks(folder), []);
      const pages = filesIn(folder).filter((file) => file.endsWith(".html"));
      for (const page of pages) {
        const elements = elementsOf(parse(textOf(folder, page)));
        for (const { tagName, attrs } of elements) {
          assert.ok(!FOREIGN.includes(tagName), `${page}: ${tagName}`);
          for (const { name } of attrs) assert.doesNotMatch(name, /^on|^style$/, page);
        }
        const scripts = elements.filter(({ tagName }) => tagName === "script");
        for (const { attrs, childNodes } of scripts) {
          const isOwn = attrs.some(
            ({ name, value }) => name === "src" && /(?:site|search)\.js$/.test(value),
          );
          const isData = attrs.some(({ value }) => value === "application/ld+json");
          const isMove = childNodes.some(
            (node) =>
              "value" in node &&
              /^location\.replace\("[a-z0-9@./_-]+" \+ location\.hash\);$/.test(node.value),
          );
          assert.ok(isOwn || isData || isMove, page);
        }
      }
      for (const page of pages.filter((file) =>
        /^\d{4}\/\d\d\/\d\d\/[^/]+\/index\.html$/.test(file),
      )) {
        const served = await (await site.get(`/${page.replace("/index.html", "")}`)).text();
        assert.equal(wordsOf(textOf(folder, page)), wordsOf(served), page);
      }
      for (const data of filesIn(folder).filter((file) => file.endsWith(".json"))) {
        JSON.parse(textOf(folder, data));
      }
    } finally {
      await site.close();
      await archive.close();
      target.remove();
    }
  },
);

function hostileFiles(source: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(source).filter((file) => file.endsWith(".txt"))) {
    const lines = readFileSync(join(source, name), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "");
    for (let at = 0; at < Math.min(lines.length, TOGETHER * 4); at += TOGETHER) {
      const text = `date 2023-01-27 ${lines.slice(at, at + TOGETHER).join("\n\n")}\n`;
      files[`${name}-${at}.${at % (2 * TOGETHER) === 0 ? "txt" : "md"}`] = text;
    }
  }
  return files;
}

function elementsOf(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child) =>
    "tagName" in child ? [child, ...elementsOf(child)] : [],
  );
}

/** The words of the statement, as a browser reads them. */
function wordsOf(html: string): string {
  const words = elementsOf(parse(html)).find(({ attrs }) =>
    attrs.some(({ name, value }) => name === "class" && value === "words e-content"),
  );
  assert.ok(words);
  return serialize(words);
}
