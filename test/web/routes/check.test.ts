import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { CheckJson } from "../../../src/formats/check-json.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
import { manyFiles } from "../../support/example-files.ts";
import { sharedTest } from "../../support/shared.ts";
import { startSite, type TestSite } from "../../support/site.ts";

const MINISTER = `date 2023-01-27 GENEVA, January 27 – Agence. “We shall not leave the table before all questions are settled,” the minister said.

The road leads over the pass.`;

describe("/check", () => {
  let archive: TestArchive;
  let site: TestSite;
  before(async () => {
    archive = await openTestArchive({
      ...manyFiles(300),
      "minister.txt": MINISTER,
      "ferry.md":
        "---\ndate: 2023-02-22\ntitle: Ferries sail on\n---\n\nThe **ferry** runs *again* at six.",
      "zh.txt": "date 2023-03-01 图书馆明天开放到晚上，请大家注意。",
    });
    await archive.import({ "minister.txt": MINISTER.replace("over the pass", "through a tunnel") });
    site = await startSite(archive.path);
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  const check = (quote: string) =>
    site.json<CheckJson>(`/check.json?quote=${encodeURIComponent(quote)}`);
  const page = async (quote: string) => {
    const response = await site.get(`/check?quote=${encodeURIComponent(quote)}`);
    assert.equal(response.status, 200, quote);
    return response.text();
  };

  it("finds a quotation word for word, however it is set, and leads to it", async () => {
    const { verdict, matches } = await check(
      `"We shall not  leave the table before all\nquestions are settled,"`,
    );
    assert.equal(verdict, "exact");
    assert.equal(matches.length, 1);
    const [match] = matches;
    assert.deepEqual(
      Object.keys(match ?? {}),
      "id permalink short date passage differences".split(" "),
    );
    assert.equal(match?.date, "2023-01-27");
    assert.equal(match?.short, `/s/${match?.id}`);
    assert.equal(
      match?.passage,
      "“We shall not leave the table before all questions are settled,”",
    );
    assert.deepEqual(match?.differences, []);
    const html = await page("We shall not leave the table");
    assert.match(html, /<h1>Word for word<\/h1>/);
    const href = /<h2 lang="en" dir="ltr"><a href="([^"]*)"/.exec(html)?.[1] ?? "";
    assert.match(
      await (await site.get(href)).text(),
      /<mark id="quote">We shall not leave the table<\/mark>/,
    );
  });

  it("shows in which words a quotation differs", async () => {
    const { verdict, matches } = await check(
      "We will never leave the table before all questions are settled",
    );
    assert.equal(verdict, "altered");
    assert.deepEqual(matches[0]?.differences, [{ quoted: "will never", archived: "shall not" }]);
    const html = await page("We will never leave the table before all questions are settled");
    assert.match(html, /We <del>will never<\/del> <ins>shall not<\/ins> leave the table/);
  });

  it("says that no statement holds it, or words near it", async () => {
    assert.deepEqual(await check("Nobody ever said anything of that kind"), {
      verdict: "absent",
      matches: [],
    });
    assert.match(
      await page("Nobody ever said anything of that kind"),
      /<h1>Not in this archive<\/h1>/,
    );
  });

  it("counts an earlier wording of a statement that it compares", async () => {
    const { verdict, matches } = await check("The road leads over the pass.");
    assert.equal(verdict, "exact");
    assert.equal(matches[0]?.short, `/s/${matches[0]?.id}@1`);
    const html = await page("The road leads over the pass.");
    assert.match(html, /This stands in revision 1, and no longer in the present wording\./);
    assert.match(html, new RegExp(`href="/s/${matches[0]?.id}@1\\?quote=`));
  });

  it("takes a look-alike, another case and a part of a word for what they are", async () => {
    for (const quote of [
      "Wе shall not leave the table before all questions are settled",
      "we shall not leave the table before all questions are settled",
      "We shall not leave the table before all questions are settle",
    ]) {
      const { verdict, matches } = await check(quote);
      assert.deepEqual([verdict, matches[0]?.differences.length], ["altered", 1], quote);
    }
  });

  it("reads Markdown as its page shows it, own headlines too, and Chinese", async () => {
    assert.equal((await check("The ferry runs again at six")).verdict, "exact");
    assert.equal((await check("Ferries sail on")).verdict, "exact");
    assert.equal((await check("图书馆明天开放到晚上")).verdict, "exact");
    assert.equal((await check("图书馆今天开放到晚上")).verdict, "altered");
  });

  it("names the newest ten statements of many that hold it, also where every word is common", async () => {
    const { verdict, matches } = await check("was made that day");
    assert.equal(verdict, "exact");
    assert.equal(matches.length, 10);
    assert.equal(matches[0]?.date, "2021-02-12");
    const last = await check("Statement number 0 was made that day.");
    assert.deepEqual([last.verdict, last.matches[0]?.date], ["exact", "2021-01-01"]);
    assert.match(await page("was made that day"), /the newest that hold it/);
  });

  it("is a form without a quotation, and as data refuses to answer", async () => {
    const html = await (await site.get("/check")).text();
    assert.match(html, /<form[^>]*action="\/check">.*<textarea id="quotation" name="quote"/s);
    for (const path of [
      "/check.json",
      "/check.json?quote=",
      "/check.json?quote=%E2%80%A6",
      "/check.txt",
    ]) {
      assert.equal((await site.get(path)).status, 400, path);
    }
    assert.match(await page("…"), /There is no word to look for/);
    assert.equal((await site.get(`/check?quote=${"a+".repeat(1500)}`)).status, 400);
    assert.match(
      await (await site.get("/check.txt?quote=We+shall")).text(),
      /^exact\n\n2023-01-27 /,
    );
  });

  it("is linked from every page", async () => {
    assert.match(await (await site.get("/about")).text(), /<footer>.*<a href="\/check">/s);
  });

  sharedTest(
    "payloads/strings",
    "has an answer to every value, and repeats none of them unescaped",
    async (folder) => {
      const values = readdirSync(folder)
        .filter((name) => name.endsWith(".txt"))
        .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
        .filter((value, index) => value !== "" && index % 10 === 0);
      assert.ok(values.length > 50);
      for (const value of values) {
        const response = await site.get(`/check?quote=${encodeURIComponent(value)}`);
        assert.ok(
          response.status === 200 || response.status === 400,
          `${response.status} ${value}`,
        );
        const html = await response.text();
        assert.doesNotMatch(
          html,
          /<(?:script(?! src="\/site\.js")|img|svg|iframe|object|embed|style|base)\b/i,
          value,
        );
        assert.doesNotMatch(html, /<\w[^>]* on\w+=/i, value);
      }
    },
  );
});
