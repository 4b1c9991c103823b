import assert from "node:assert/strict";
import { after, before, describe, type TestContext, test } from "node:test";
import type { Browser } from "playwright-core";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { browserTest, launchChromium } from "../support/chromium.ts";
import { hostileAddresses } from "./support/hostile-addresses.ts";
import {
  HOSTILE_MARKDOWN,
  markupFiles,
  naughtyStrings,
  OWN_HOSTILE_TEXTS,
} from "./support/hostile-texts.ts";
import { type ServedSite, serveSite } from "./support/served-site.ts";
import { watchedPage } from "./support/watched-page.ts";

/** Runs in the page: what a text that got out of its place would have changed. */
const TRACES = `({
  pwned: typeof __pwned === "undefined" ? null : __pwned,
  titles: document.querySelectorAll("title").length - document.querySelectorAll("svg title").length,
  title: document.title,
  strangers: [...document.querySelectorAll(
    "script:not([src]):not([type='application/ld+json']), iframe, object, embed, base, style, img, main link, main meta"
  )].map((element) => element.outerHTML),
  handlers: [...document.querySelectorAll("*")].flatMap((element) =>
    [...element.attributes].filter(({ name, value }) =>
      /^on/i.test(name) || (/^(href|src|action)$/i.test(name) && /^[\\s\\x00-\\x20]*(javascript|data|vbscript):/i.test(value))
    ).map(({ name, value }) => name + "=" + value)
  ),
  main: document.querySelectorAll("main").length,
})`;

/** The day of the naughty strings, each a statement of its own. */
const NAUGHTY_DAY = "/2021/07/01/";

interface Traces {
  pwned: unknown;
  titles: number;
  title: string;
  strangers: string[];
  handlers: string[];
  main: number;
}

describe("nothing that came from a file or an address runs", () => {
  let archive: TestArchive;
  let site: ServedSite;
  let browser: Browser | null;
  let paths: string[];

  before(async () => {
    archive = await openTestArchive();
    await archive.import(hostileFiles());
    site = await serveSite(archive.path);
    browser = await launchChromium();
    paths = await everyPath(site.url);
  });
  after(async () => {
    await browser?.close();
    await site.close();
    await archive.close();
  });

  for (const { rule, bypassCSP, tried } of [
    // What the policy would stop must not be there at all: all pages are tried without it.
    { rule: "without the content security policy", bypassCSP: true, tried: () => true },
    {
      rule: "with it",
      bypassCSP: false,
      tried: (path: string, at: number) =>
        !path.startsWith(NAUGHTY_DAY) && (at < 150 || at % 8 === 0),
    },
  ]) {
    browserTest(`on no page, ${rule}`, async () => {
      assert.ok(browser);
      const context = await browser.newContext({ bypassCSP });
      const { page, faults, open } = await watchedPage(context, site.url);
      for (const path of paths.filter(tried)) {
        const response = await open(path);
        assert.ok(response.status() === 200 || response.status() === 400, path);
        const { title, ...traces } = await page.evaluate<Traces>(TRACES);
        const none = { pwned: null, titles: 1, strangers: [], handlers: [], main: 1 };
        assert.deepEqual(traces, none, path);
        assert.equal(title, await servedTitle(response), path);
        assert.deepEqual(faults, [], path);
      }
      await context.close();
    });
  }

  browserTest("every text is on its page as it was typed", async () => {
    assert.ok(browser);
    const page = await browser.newPage();
    for (const path of paths.filter((candidate) => candidate.startsWith("/2021/03/"))) {
      await page.goto(site.url + path);
      const typed = await (await fetch(`${site.url}${path}.txt`)).text();
      const shown = await page.evaluate<string>('document.querySelector(".words").textContent');
      for (const text of OWN_HOSTILE_TEXTS.filter((own) => typed.includes(own))) {
        assert.ok(shown.includes(text), `${path}: ${text}`);
      }
    }
    await page.close();
  });

  test("the naughty strings and the difficult files are among them", (context: TestContext) => {
    if (naughtyStrings().length === 0)
      context.diagnostic("not run: ../shared/payloads is not there");
    if (Object.keys(markupFiles()).length === 0) {
      context.diagnostic("not run: ../shared/nasty/markup is not there");
    }
  });
});

/** The title in the HTML as served, its references decoded, before any script could change it. */
async function servedTitle(response: { text(): Promise<string> }): Promise<string> {
  const [, title = ""] = /<title>([^<]*)<\/title>/.exec(await response.text()) ?? [];
  const references: Record<string, string> = {
    lt: "<",
    gt: ">",
    amp: "&",
    quot: '"',
    "#34": '"',
    "#39": "'",
  };
  const decoded = title.replace(/&(#?\w+);/g, (whole, name: string) => references[name] ?? whole);
  return decoded.replace(/[\t\n\f\r ]+/g, " ").trim();
}

function hostileFiles(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = { ...markupFiles() };
  for (const [index, text] of OWN_HOSTILE_TEXTS.entries()) {
    const day = String(index + 1).padStart(2, "0");
    files[`own-${index}.txt`] = `date 2021-03-${day} ${text}\n\nSaid before ${text} and after.\n`;
    files[`titled-${index}.md`] = titled(`2021-04-${day}`, text);
  }
  files["markdown.md"] = `date 2021-05-01 Links.\n${HOSTILE_MARKDOWN}`;
  const strings = naughtyStrings();
  if (strings.length > 0)
    files["naughty.txt"] = `date 2021-06-01 All.\n\n${strings.join("\n\n")}\n`;
  if (strings.length > 0) files["naughty.md"] = `date 2021-06-02 All.\n\n${strings.join("\n\n")}\n`;
  for (const [index, text] of strings.entries()) {
    files[`naughty/${index}.txt`] = `date 2021-07-01 ${text}\n`;
  }
  return files;
}

/** Markdown that holds the text in every field of its front matter. */
function titled(date: string, text: string): string {
  const value = JSON.stringify(text);
  const fields = ["title", "place", "agency", "rights"].map((name) => `${name}: ${value}`);
  return `---\ndate: ${date}\n${fields.join("\n")}\ntags: [${value}]\n---\n\n${text}\n`;
}

/** Every list and every statement; of the naughty strings only those that look like markup have their own page tried. */
async function everyPath(url: string): Promise<string[]> {
  const paths = ["/", "/2021", "/2021/03", "/2021/07", "/2021/07/01", "/about"];
  for (const text of OWN_HOSTILE_TEXTS) {
    paths.push(`/statements?agency=${encodeURIComponent(text)}`);
    paths.push(`/statements?from=${encodeURIComponent(text)}`);
  }
  let query: string | null = "";
  while (query !== null) {
    paths.push(`/statements${query}`);
    const answer = await fetch(`${url}/statements.json${query}`);
    const list = (await answer.json()) as ListData;
    for (const { permalink, excerpt, headline } of list.statements) {
      if (!permalink.startsWith(NAUGHTY_DAY) || /[<>"`{]|script:/i.test(headline + excerpt))
        paths.push(permalink);
    }
    query = list.next && new URL(list.next, url).search;
  }
  paths.push(...hostileAddresses());
  return paths;
}

interface ListData {
  next: string | null;
  statements: { permalink: string; headline: string; excerpt: string }[];
}
