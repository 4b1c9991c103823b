import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { foundWords } from "../../src/export/search/found-words.ts";
import { PLAIN_LATIN } from "../../src/statements/plain-latin.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { browserTest, launchChromium } from "../support/chromium.ts";
import { exportTarget, exportTo, filesIn, textOf } from "./support.ts";

describe("the words of an index", () => {
  for (const [text, words] of [
    ["The Ministry’s note", "the ministrys note"],
    ["ŁÓDŹ Straße Éire", "lodz strasse eire"],
    ["on 2023-01-27, not 2023-01", "on 2023-01-27 not 2023-01"],
    ["中国 and ไทย", "中 国 and ไ ท ย"],
    ["Հայաստան – Москва", "հայաստան москва"],
    ["<b>\u0000&amp;", "b amp"],
  ] as const) {
    test(`of ${JSON.stringify(text)} are ${words}`, () => {
      assert.deepEqual(foundWords(text, PLAIN_LATIN), words.split(" "));
    });
  }
});

describe("searching an export", () => {
  const target = exportTarget();
  const { folder } = target;
  let archive: TestArchive;
  let browser: Browser | null;
  let page: Page;

  before(async () => {
    archive = await openTestArchive({
      "a.txt":
        'date 2023-01-27 The ministers met. <img src=x onerror="document.title=1"> They agreed.\n',
      "b.txt": "date 2023-02-28 One minister agreed in Łódź.\n",
      "c.txt": "date 2024-02-29 外交部发言人 said so.\n",
      ...Object.fromEntries(
        Array.from({ length: 120 }, (_, at) => [
          `many/${at}.txt`,
          `date 2022-05-06 Notice ${at} of a ferry.\n`,
        ]),
      ),
    });
    await exportTo(archive.store, folder);
    browser = await launchChromium();
    if (browser) page = await browser.newPage();
  });
  after(async () => {
    await browser?.close();
    await archive.close();
    target.remove();
  });

  /** Opens the page from the folder, types the words and returns what is said and the headlines listed. */
  async function search(words: string, from = "index.html"): Promise<[string, string[]]> {
    await page.goto(pathToFileURL(join(folder, from)).href);
    await page.fill("search input[name=q]", words);
    await page.click("search button");
    await page.waitForFunction("document.getElementById('said').textContent !== ''");
    const said = (await page.textContent("#said")) ?? "";
    if (!/^(?:0 |There)/.test(said)) await page.waitForSelector("#found li");
    return [said, await page.locator("#found h3").allTextContents()];
  }

  browserTest("finds what holds every word, or words that begin so, the newest first", async () => {
    const [said, headlines] = await search("MINISTER agree");
    assert.equal(said, "2 statements with minister, agree");
    assert.deepEqual(headlines, ["One minister agreed in Łódź", "The ministers met"]);
    assert.deepEqual((await search("lodz"))[1], ["One minister agreed in Łódź"]);
    assert.deepEqual((await search("发言"))[1], ["外交部发言人 said so"]);
    assert.deepEqual((await search("2024-02"))[1], ["外交部发言人 said so"]);
    assert.deepEqual(await search("zzz"), ["0 statements with zzz", []]);
    assert.deepEqual(await search("?!"), ["There is no word to look for in what was typed.", []]);
  });

  browserTest("leads from any page to a page of the export", async () => {
    await search("ministers", "2024/02/29/index.html");
    await page.click("#found a");
    assert.match(page.url(), /^file:.*\/2023\/01\/27\/[^/]+\/index\.html$/);
    assert.match((await page.textContent("h1")) ?? "", /ministers met/);
  });

  browserTest("shows fifty at once and the rest when asked", async () => {
    await search("ferry");
    assert.equal(await page.locator("#found li").count(), 50);
    await page.click("#more");
    await page.click("#more");
    await page.waitForFunction("document.querySelectorAll('#found li').length === 120");
    assert.equal(await page.locator("#more").isVisible(), false);
  });

  browserTest("shows words of a statement as words", async () => {
    await search("<img onerror");
    assert.equal(await page.locator("main img").count(), 0);
    assert.match(await page.title(), /^<img onerror/);
  });

  test("is left out, and its box, where the archive is too large", async () => {
    const large = exportTarget();
    const report = await exportTo(archive.store, large.folder, { mostSearched: 122 });
    assert.equal(report.search, false);
    assert.deepEqual(
      filesIn(large.folder).filter((file) => file.startsWith("search/")),
      [],
    );
    assert.doesNotMatch(textOf(large.folder, "index.html"), /<form|<search/);
    large.remove();
  });
});
