import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, type TestContext } from "node:test";
import { promisify } from "node:util";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { debianTest } from "../support/debian.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";
import { sharedPath, sharedTest } from "../support/shared.ts";
import { startSite, type TestSite } from "../support/site.ts";

const run = promisify(execFile);

/** Elements by their names without a namespace, which is XPath 1.0's way past prefixes. */
const named = (name: string) => `*[local-name()='${name}']`;
const FEED = `/${named("feed")}`;
const ENTRY = `${FEED}/${named("entry")}`;
const CHANNEL = `/rss/channel`;
const INSTANT = "string-length(.) = 20 and substring(., 11, 1) = 'T' and substring(., 20) = 'Z'";

/** What must hold in a feed, of RFC 4287 and RFC 5005; clause → XPath. */
const ATOM_RULES: [clause: string, rule: string][] = [
  [
    "a feed has one id, title and updated (4.1.1)",
    `count(${FEED}/${named("id")}) = 1 and count(${FEED}/${named("title")}) = 1 and count(${FEED}/${named("updated")}) = 1`,
  ],
  ["a feed has an author (4.1.1)", `count(${FEED}/${named("author")}/${named("name")}) = 1`],
  ["a feed has one link to itself (4.1.1)", `count(${FEED}/${named("link")}[@rel='self']) = 1`],
  [
    "no two alternate links have a type in common (4.1.1)",
    `count(${FEED}/${named("link")}[@rel='alternate']) = 1`,
  ],
  [
    "an entry has one id, title and updated (4.1.2)",
    `count(${ENTRY}[count(${named("id")}) = 1 and count(${named("title")}) = 1 and count(${named("updated")}) = 1]) = count(${ENTRY})`,
  ],
  [
    "an entry has a link or content (4.1.2)",
    `count(${ENTRY}[${named("link")} and ${named("content")}]) = count(${ENTRY})`,
  ],
  [
    "no two entries have an id in common (4.1.1)",
    `count(${ENTRY}/${named("id")}[. = ../preceding-sibling::*/${named("id")}]) = 0`,
  ],
  [
    "ids are absolute addresses (4.2.6)",
    `count(//${named("id")}[not(starts-with(., 'http'))]) = 0`,
  ],
  ["links are absolute (4.2.7)", `count(//${named("link")}[not(starts-with(@href, 'http'))]) = 0`],
  [
    "instants are of RFC 3339 (3.3)",
    `count((//${named("updated")} | //${named("published")})[not(${INSTANT})]) = 0`,
  ],
  [
    "the feed is as new as its newest entry",
    `count(${ENTRY}/${named("updated")}[translate(., '-:TZ', '') > translate(${FEED}/${named("updated")}, '-:TZ', '')]) = 0`,
  ],
  ["titles are plain text (3.1.1)", `count(//${named("title")}[@type and @type != 'text']) = 0`],
  ["content says that it is HTML (4.1.3)", `count(//${named("content")}[@type != 'html']) = 0`],
  [
    "a document of a paged feed names its first (RFC 5005, 3)",
    `count(${FEED}/${named("link")}[@rel='first']) = 1`,
  ],
];

/** What must hold in RSS 2.0. */
const RSS_RULES: [rule: string, xpath: string][] = [
  ["version 2.0", "/rss/@version = '2.0'"],
  [
    "a channel has title, link and description",
    `count(${CHANNEL}[title and link and description]) = 1`,
  ],
  ["a channel leads to itself", `count(${CHANNEL}/${named("link")}[@rel='self']) = 1`],
  [
    "dates are of RFC 822",
    `count((//pubDate | //lastBuildDate)[not(substring(., string-length(.) - 2) = 'GMT') or string-length(.) != 29]) = 0`,
  ],
  [
    "an item has title, link, guid and a description before its text",
    `count(//item[title and link and guid and description/following-sibling::${named("encoded")}]) = count(//item)`,
  ],
  [
    "no two items have a guid in common",
    "count(//item/guid[. = ../preceding-sibling::item/guid]) = 0",
  ],
  [
    "a guid that is an address leads somewhere",
    "count(//guid[@isPermaLink='true'][not(starts-with(., 'http'))]) = 0",
  ],
];

describe("the rules of feeds", () => {
  let archive: TestArchive;
  let site: TestSite;
  let folder: string;
  before(async () => {
    archive = await openTestArchive(EXAMPLE_FILES);
    await archive.import({ "1.txt": `${EXAMPLE_FILES["1.txt"]} More.` }, "2024-06-01T12:00:00Z");
    site = await startSite(archive.path, { contact: "desk@example.org", rights: "Free & open" });
    folder = await mkdtemp(path.join(tmpdir(), "dateline-feeds-"));
  });
  after(async () => {
    await site.close();
    await archive.close();
    await rm(folder, { recursive: true, force: true });
  });

  const LISTS = ["/statements", "/changes", "/2023/01", "/1999"];

  debianTest("libxml2-utils", "hold in Atom", () => holdIn("atom", ATOM_RULES));
  debianTest("libxml2-utils", "hold in RSS", () => holdIn("rss", RSS_RULES));

  async function holdIn(format: string, rules: [string, string][]): Promise<void> {
    for (const list of LISTS) {
      const file = path.join(folder, `feed.${format}`);
      await writeFile(file, await (await site.get(`${list}.${format}`)).text());
      const held = rules.map(([, rule]) => `concat(${rule}, ' ')`).join(", ");
      const { stdout } = await run("xmllint", ["--nonet", "--xpath", `concat(${held})`, file]);
      const broken = rules.filter((_, at) => stdout.trim().split(" ")[at] !== "true");
      assert.deepEqual(
        broken.map(([clause]) => clause),
        [],
        `${list}.${format}`,
      );
    }
  }
});

describe("hostile statements", () => {
  const title = "leave every feed well formed";
  const strings = sharedPath("payloads/strings");
  if (strings === null) sharedTest("payloads/strings", title, () => {});
  else debianTest("libxml2-utils", title, (context) => expectWellFormed(strings, context));
});

async function expectWellFormed(strings: string, context: TestContext): Promise<void> {
  const archive = await openTestArchive(await hostileFiles(strings));
  const site = await startSite(archive.path);
  const folder = await mkdtemp(path.join(tmpdir(), "dateline-hostile-"));
  const { total } = await archive.store.summary();
  const files: string[] = [];
  for (const format of ["atom", "rss"]) {
    const texts = await documentsOf(site, `/statements.${format}`);
    const entries = texts.flatMap((text) => text.match(/<(?:entry|item)\b/g) ?? []);
    assert.equal(entries.length, total);
    for (const text of texts) {
      assert.match(text, /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
      files.push(path.join(folder, `${files.length}.${format}`));
      await writeFile(files.at(-1) ?? "", text);
    }
  }
  for (const text of await documentsOf(site, "/statements.feed.json")) JSON.parse(text);
  await site.close();
  await archive.close();
  await run("xmllint", ["--nonet", "--noout", ...files]);
  await rm(folder, { recursive: true, force: true });
  context.diagnostic(`${total} hostile statements in ${files.length} documents`);
}

/** Every document of a feed, the first first. */
async function documentsOf(site: TestSite, start: string): Promise<string[]> {
  const texts: string[] = [];
  let next: string | undefined = start;
  while (next !== undefined) {
    const text = await (await site.get(next)).text();
    texts.push(text);
    const address = / rel="next"[^>]* href="([^"]*)"|"next_url":"([^"]*)"/.exec(text);
    next = (address?.[1] ?? address?.[2])?.replaceAll("&amp;", "&").slice(site.url.length);
  }
  return texts;
}

/** Each line that a file can hold as a statement of its own, with its words as title as well. */
async function hostileFiles(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".txt"));
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), "utf8")));
  const lines = new Set(texts.join("\n").split("\n"));
  const said = [...lines].filter((line) => line.trim() !== "").map((line) => line.slice(0, 2000));
  return Object.fromEntries(
    said.map((line, n) => [`${n}.txt`, ` date 2023-01-27 ${line}\n\nNumber ${n}.\n`]),
  );
}
