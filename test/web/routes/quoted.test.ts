import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { ListJson } from "../../../src/formats/list-json.ts";
import type { StatementJson } from "../../../src/formats/statement-json.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
import { sharedTest } from "../../support/shared.ts";
import { startSite, type TestSite } from "../../support/site.ts";

const FIRST = `date 2022-12-12 GENEVA, December 12 – Agence. “We shall not go,” the minister said. He left at noon.

The road leads over the pass. Nobody was hurt there.

A paragraph that will go away entirely.`;

const SECOND = `date 2022-12-12 GENEVA, December 12 – Agence. “We shall never go,” the minister said. He left at noon.

A new paragraph came between.

The road leads across the pass. Nobody was hurt there.`;

const FERRY = `---
date: 2023-02-22
title: On the <ferry> & its crew
---

The **ferry** [runs *again*](https://example.org/?a=1&b=2), they said:

- daily & nightly
- at six
`;

/** What is marked in the page, stretch by stretch, as text. */
function marked(html: string): string[] {
  return [...html.matchAll(/<b class="quoted"><mark[^>]*>(.*?)<\/mark><\/b>/gs)].map(([, words]) =>
    (words ?? "")
      .replace(/<[^>]*>/g, "")
      .replaceAll("&amp;", "&")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">"),
  );
}

function noticeOf(html: string): string {
  const notices = [...html.matchAll(/<p class="notice">.*?<\/p>/gs)].map(([notice]) => notice);
  return notices.find((notice) => notice.includes("“<bdi>"))?.replace(/<\/?bdi>/g, "") ?? "";
}

describe("?quote= on a statement", () => {
  let archive: TestArchive;
  let site: TestSite;
  let road: { id: string; permalink: string };
  let ferry: { id: string; permalink: string };
  let former: StatementJson;
  before(async () => {
    archive = await openTestArchive({ "1.txt": FIRST, "2.md": FERRY });
    await archive.import({ "1.txt": SECOND });
    site = await startSite(archive.path);
    const { statements } = await site.json<ListJson>("/statements.json");
    [ferry, road] = statements as unknown as [typeof ferry, typeof road];
    former = await site.json<StatementJson>(`/s/${road.id}@1.json`);
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  const page = async (path: string, quote: string) => {
    const joint = path.includes("?") ? "&" : "?";
    const response = await site.get(`${path}${joint}quote=${encodeURIComponent(quote)}`);
    assert.equal(response.status, 200, quote);
    return response.text();
  };

  it("marks the very passage, where a link can lead to it", async () => {
    const html = await page(road.permalink, `"We shall never go," the minister`);
    assert.deepEqual(marked(html), ["“We shall never go,” the minister"]);
    assert.equal(html.match(/id="quote"/g)?.length, 1);
    assert.match(
      noticeOf(html),
      /^<p class="notice">Marked below: .*<a href="#quote">Go to the passage/,
    );
    assert.match(html, /<meta name="robots" content="noindex">/);
    assert.ok(html.includes(`<link rel="canonical" href="${site.url}${road.permalink}">`));
  });

  it("marks on over the end of a paragraph", async () => {
    const html = await page(road.permalink, "at noon. A new paragraph");
    assert.deepEqual(marked(html), ["at noon.", "A new paragraph"]);
    assert.equal(html.match(/id="quote"/g)?.length, 1);
  });

  it("marks the visible words of Markdown, and leaves its tags whole", async () => {
    const html = await page(ferry.permalink, "The ferry runs again, they said: daily & nightly at");
    assert.deepEqual(
      marked(html).join("|"),
      "The |ferry| |runs |again|, they said:|daily & nightly|at",
    );
    assert.match(html, /<a href="https:\/\/example.org\/\?a=1&amp;b=2"><b class="quoted">/);
  });

  it("marks a headline of the file's own, where the text does not hold it", async () => {
    const html = await page(ferry.permalink, "the <ferry> & its crew");
    assert.match(
      html,
      /<h1[^>]*>On <b class="quoted"><mark id="quote">the &lt;ferry&gt; &amp; its crew</,
    );
  });

  it("marks every place, and says how many", async () => {
    const html = await page(road.permalink, "paragraph");
    assert.deepEqual(marked(html), ["paragraph"]);
    const twice = await page(road.permalink, "the");
    assert.equal(marked(twice).length, 2);
    assert.match(noticeOf(twice), /in 2 places/);
  });

  it("goes together with a search, whose words stay marked", async () => {
    const html = await page(`${road.permalink}?q=minister&from=2022`, "the minister said");
    assert.match(html, /<mark id="quote">the <\/mark><\/b><mark><b class="quoted"><mark>minister</);
    assert.match(html, /class="back"/);
    const moved = await site.get(`${road.permalink}?q=minister+date:2022&quote=left+at`);
    assert.equal(moved.status, 302);
    assert.match(
      moved.headers.get("location") ?? "",
      /\?q=minister&from=2022&to=2022&quote=left\+at$/,
    );
  });

  it("says in which revision a passage stood that is gone, and leads to it there", async () => {
    const notice = noticeOf(await page(road.permalink, "We shall not go"));
    assert.match(
      notice,
      /The present wording does not hold “We shall not go”\. Revision 1, first seen .*, was the last that did\./,
    );
    const href = /href="([^"]*#quote)"/.exec(notice)?.[1] ?? "";
    assert.equal(href, `/s/${road.id}@1?quote=We+shall+not+go#quote`);
    assert.deepEqual(marked(await (await site.get(href)).text()), ["We shall not go"]);
    assert.ok(notice.includes(`/s/${road.id}/compare?from=1&amp;to=2`));
  });

  it("says on an earlier revision that a later one holds the passage", async () => {
    const notice = noticeOf(await page(`/s/${road.id}@1`, "We shall never go"));
    assert.match(notice, /Revision 1 does not hold .*Revision 2, first seen .* does\./);
  });

  it("says that a passage never was, and offers the whole archive", async () => {
    const notice = noticeOf(await page(road.permalink, "we shall never go"));
    assert.match(notice, /No wording of this statement holds “we shall never go” word for word\./);
    assert.ok(notice.includes('href="/check?quote=we+shall+never+go"'));
    assert.match(noticeOf(await page(ferry.permalink, "Nothing")), /This statement does not hold/);
  });

  it("is kept by every redirect", async () => {
    for (const path of [`/s/${road.id}`, `/2020/01/01/${road.id}`, `${road.permalink}/`]) {
      const response = await site.get(`${path}?quote=left%20at`);
      assert.match(response.headers.get("location") ?? "", /\?quote=left%20at$/, path);
    }
  });

  it("has an answer to every value", async () => {
    assert.equal(noticeOf(await page(road.permalink, "")), "");
    assert.match(noticeOf(await page(road.permalink, "…—”")), /There is no word to mark in/);
    assert.deepEqual(marked(await page(road.permalink, "He\r\nleft\tat")), ["He left at"]);
    const long = await site.get(`${road.permalink}?quote=${"a".repeat(2001)}`);
    assert.equal(long.status, 400);
    assert.match(await long.text(), /“quote” has 2001 characters\. At most 2000 are read\./);
    assert.equal((await site.get(`${road.permalink}?quote=a&quote=b`)).status, 400);
    assert.equal((await site.get(`${road.permalink}.json?quote=a`)).status, 400);
  });

  sharedTest(
    "payloads/strings",
    "reflects nothing that is not escaped, and never fails",
    async (folder) => {
      const values = readdirSync(folder)
        .filter((name) => name.endsWith(".txt"))
        .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
        .filter((_, index) => index % 5 === 0)
        .filter((value) => value !== "" && !/[\ud800-\udfff]/u.test(value));
      assert.ok(values.length > 100);
      for (const value of values) {
        const response = await site.get(`${road.permalink}?quote=${encodeURIComponent(value)}`);
        assert.ok(
          response.status === 200 || response.status === 400,
          `${response.status} ${value}`,
        );
        const html = await response.text();
        assert.doesNotMatch(
          html,
          /<(?!\/script>|\/?(?:a|article|b|bdi|body|button|code|data|dd|details|div|dl|dt|footer|form|h1|h2|head|header|html|i|input|label|li|link|main|mark|meta|nav|ol|p|search|section|span|summary|time|title|ul|wbr|kbd|script src="\/site.js" defer|script type="application\/ld\+json)\b)(?!!DOCTYPE)/i,
          value,
        );
      }
    },
  );

  it("anchors of the earlier wording lead to what took its place, or to where it stood", async () => {
    const html = await (await site.get(road.permalink)).text();
    const [said, leads, gone] = former.paragraphs.map(({ anchor }) => anchor);
    const paragraphs = html.split("<p id=");
    const holding = (anchor: string | undefined) =>
      paragraphs.find((paragraph) => paragraph.includes(`<span id="${anchor}"`)) ?? "";
    assert.match(holding(said), /We shall never go/);
    assert.match(holding(leads), /across the pass/);
    assert.match(
      html,
      new RegExp(`</p>\\s*<span id="${gone}" class="gone" aria-hidden="true"></span></div>`),
    );
    assert.doesNotMatch(await (await site.get(`/s/${road.id}@1`)).text(), /<span id=/);
  });
});
