import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import type { ListJson } from "../../../src/formats/list-json.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
import { manyFiles } from "../../support/example-files.ts";
import { sharedTest } from "../../support/shared.ts";
import { startSite, type TestSite } from "../../support/site.ts";

const FILES = {
  "1.txt": "date 2022-11-03 The old bridge was closed. Tolls were called off.",
  "2.txt":
    "date 2023-01-27 HARBOUR, January 27 – Coast Wire. Lorries waited.\n\nThe bridge opens at noon.",
  "3.txt":
    "date 2023-02-22 HARBOUR, February 22 – Coast Wire. She calls for a new bridge over the river.",
  "4.md":
    "---\ndate: 2023-02-23\ntitle: Bridge & <b>toll</b>\ntags: [roads, tolls]\nagency: Hill Press\n---\nThe *bridge* is free.",
  "5.txt": "date 2023-02-24 Nothing of that kind was said.",
};

describe("a search", () => {
  let archive: TestArchive;
  let site: TestSite;
  before(async () => {
    archive = await openTestArchive(FILES);
    site = await startSite(archive.path);
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  const page = async (address: string) => {
    const response = await site.get(address);
    assert.equal(response.status, 200, address);
    return response.text();
  };
  const total = async (address: string) =>
    (await site.json<ListJson>(address.replace("/statements", "/statements.json"))).total;
  const hrefs = (html: string, pattern: RegExp) =>
    [...html.matchAll(pattern)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&"));

  it("says in one sentence what was found, as heading and as title", async () => {
    const html = await page("/statements?q=bridge&agency=coast+wire&from=2023-01&to=2023-02");
    const sentence = "2 statements from Coast Wire, 1 January to 28 February 2023, with “bridge”";
    assert.match(html, new RegExp(`<title>${sentence} – Test archive</title>`));
    assert.match(html, /<meta name="robots" content="noindex">/);
  });

  it("marks the words in the passage, which leads to its paragraph", async () => {
    const html = await page("/statements?q=bridge&agency=coast+wire&sort=oldest");
    const [, href = ""] =
      /<p class="passage[^"]*"[^>]*><a href="([^"]*)">The <mark>bridge<\/mark> opens at noon\.<\/a>/.exec(
        html,
      ) ?? [];
    const [address = "", anchor = ""] = href.replaceAll("&amp;", "&").split("#");
    assert.match(address, /\?q=bridge&agency=coast\+wire&sort=oldest$/);
    const statement = await page(address);
    assert.match(statement, new RegExp(`<p id="${anchor}">.*The <mark>bridge</mark> opens`));
  });

  it("finds and marks other forms of a word, and a quoted word only as it is", async () => {
    assert.match(await page("/statements?q=call"), /<mark>calls<\/mark>/);
    assert.equal(await total("/statements?q=call"), 2);
    assert.equal(await total("/statements?q=%22calls%22"), 1);
  });

  it("marks titles after escaping them", async () => {
    const html = await page("/statements?q=toll+b");
    assert.match(html, /Bridge &amp; &lt;<mark>b<\/mark>&gt;<mark>toll<\/mark>/);
  });

  it("has chips that take one part away each", async () => {
    const html = await page("/statements?q=bridge+-lorries&from=2023&tag=roads");
    const chips = hrefs(html, /<li><a href="([^"]*)"><span class="hidden">Remove <\/span>/g);
    assert.deepEqual(chips.slice(0, 4), [
      "/statements?q=-lorries&from=2023&tag=roads",
      "/statements?q=bridge&from=2023&tag=roads",
      "/statements?q=bridge+-lorries&tag=roads",
      "/statements?q=bridge+-lorries&from=2023",
    ]);
  });

  it("has facets, each of whose counts is what its link finds", async () => {
    const html = await page("/statements?q=bridge");
    const values = [
      ...html.matchAll(
        /<li><a href="([^"]*)"><bdi>([^<]*)<\/bdi><\/a> <span class="count">(\d+)<\/span>/g,
      ),
    ];
    assert.deepEqual(
      values.map(([, , name]) => name),
      ["2023", "2022", "Coast Wire", "Hill Press", "Harbour", "English", "roads", "tolls"],
    );
    for (const [, href = "", , count] of values) {
      assert.equal(await total(href.replaceAll("&amp;", "&")), Number(count), href);
    }
    assert.match(html, /No agency named<\/span> <span class="count">1</);
  });

  it("marks the value chosen and widens by it", async () => {
    const html = await page("/statements?q=bridge&tag=roads");
    assert.match(
      html,
      /<a href="\/statements\?q=bridge" aria-current="true"><span class="hidden">Remove <\/span><bdi>roads/,
    );
  });

  it("has a timeline whose bars narrow: years or months, then days", async () => {
    const bars = (html: string) =>
      hrefs(html, /<a href="([^"]*)" aria-label="[^"]*: \d+ statements?"><rect/g);
    const months = bars(await page("/statements?q=bridge"));
    assert.ok(months.includes("/statements?q=bridge&from=2023-02&to=2023-02"));
    const days = bars(await page("/statements?q=bridge&from=2023-02&to=2023-02"));
    assert.ok(days.includes("/statements?q=bridge&from=2023-02-22&to=2023-02-22"), String(days));
  });

  it("has bars whose counts are what their links find, also where the dates asked for end within one", async () => {
    for (const dates of ["from=2023-02-22", "from=2022-11-04&to=2023-02-22", "to=2023-02"]) {
      const html = await page(`/statements?q=bridge&${dates}`);
      const bars = [...html.matchAll(/<a href="([^"]*)" aria-label="[^"]*: (\d+) statements?">/g)];
      assert.ok(bars.length > 0);
      for (const [, href = "", count] of bars) {
        assert.equal(
          await total(href.replaceAll("&amp;", "&")),
          Number(count),
          `${dates}: ${href}`,
        );
      }
    }
  });

  it("moves the fields of the box into the address, in every format, in place of what stood there", async () => {
    const moved: [query: string, to: string][] = [
      [
        'bridge agency:"Coast Wire" date:2023-01..2023-02&agency=Nobody',
        "?q=bridge&from=2023-01&to=2023-02&agency=Coast+Wire",
      ],
      ["date:2023-01..&to=2022", "?from=2023-01"],
      ["date:..2023-01 language:en&tag=roads", "?to=2023-01&language=en&tag=roads"],
      ["date:2022…2023 tag:roads", "?from=2022&to=2023&tag=roads"],
      ["place:Harbour date:2023", "?from=2023&to=2023&place=Harbour"],
    ];
    for (const [query, to] of moved) {
      for (const address of ["/statements", "/statements.json"]) {
        const response = await site.get(`${address}?q=${query.replaceAll(" ", "+")}`);
        assert.equal(response.status, 302, query);
        assert.equal(response.headers.get("location"), address + to);
      }
    }
  });

  it("refuses a date in the box as it refuses one in its field", async () => {
    for (const typed of ["date:2023-02-30", "date:2023-02-30..", "date:..", "date:soon"]) {
      const response = await site.get(`/statements?q=bridge+${encodeURIComponent(typed)}`);
      assert.equal(response.status, 400, typed);
      const html = await response.text();
      assert.match(html, /id="q"[^>]*value="bridge"/);
    }
    const html = await (await site.get("/statements?q=bridge+date:2023-02-30")).text();
    assert.match(html, /There is no 30 February 2023/);
    assert.match(html, /href="\/statements\?q=bridge&amp;from=2023-02-28&amp;to=2023-02-30"/);
  });

  it("offers the day, the month or the year where the words are one", async () => {
    for (const [typed, words, href] of [
      ["2023-01-27", "the day 27 January 2023", "/2023/01/27"],
      ["January 2023", "the month January 2023", "/2023/01"],
      ["2023", "the year 2023", "/2023"],
    ]) {
      assert.match(
        await page(`/statements?q=${encodeURIComponent(typed ?? "")}`),
        new RegExp(`Did you mean <a href="${href}">${words}</a>\\?`),
      );
    }
  });

  it("says how words were understood that could not be read as written", async () => {
    const notice = /<p class="notice">([^<]*)</;
    assert.match((await page("/statements?q=%22bridge")).match(notice)?.[1] ?? "", /every word/);
    assert.match((await page("/statements?q=!!!")).match(notice)?.[1] ?? "", /no letter/);
    assert.match(
      (await page(`/statements?q=${"bridge+".repeat(40)}`)).match(notice)?.[1] ?? "",
      /32 words/,
    );
    assert.match(
      (await page(`/statements?q=${"%E6%A9%8B".repeat(1200)}`)).match(notice)?.[1] ?? "",
      /1,000/,
    );
    assert.doesNotMatch(await page("/statements?q=bridge"), notice);
  });

  it("says of nothing found what less would find, and how words may have been meant", async () => {
    const html = await page("/statements?q=brigde&from=2023-02");
    assert.match(
      html,
      /<a href="\/statements\?q=bridge&amp;from=2023-02">bridge, 2 statements<\/a>/,
    );
    const alone = await page("/statements?q=lorires+tolls");
    assert.match(alone, /<a href="\/statements\?q=%22lorries%22">lorries alone, 1 statement<\/a>/i);
    const other = await page("/statements?q=lorries&from=2023-02&to=2023-02");
    assert.match(other, /<a href="\/statements\?q=lorries">1 without the dates<\/a>/);
    assert.match(
      other,
      /<a href="\/statements\?from=2023-02&amp;to=2023-02">3 without “lorries”<\/a>/,
    );
    assert.match(other, /href="\/statements\?q=lorries&amp;from=2023-01-27&amp;to=2023-01-27"/);
  });

  for (const sort of ["", "&sort=oldest", "&sort=relevance"]) {
    it(`goes on from hit to hit in the order of its list${sort}`, async () => {
      const { statements } = await site.json<ListJson>(`/statements.json?q=bridge${sort}`);
      const query = `?q=bridge${sort}`;
      for (const [index, { permalink }] of statements.entries()) {
        const html = await page(permalink + query);
        const beside = (rel: string) =>
          new RegExp(`<link rel="${rel}" href="([^"]*)"`).exec(html)?.[1]?.replaceAll("&amp;", "&");
        const at = (place: number) => statements[place] && statements[place].permalink + query;
        assert.deepEqual([beside("prev"), beside("next")], [at(index - 1), at(index + 1)]);
        assert.match(html, new RegExp(`<link rel="canonical" href="${site.url}${permalink}">`));
        assert.match(html, /<meta name="robots" content="noindex">/);
        assert.ok(
          html.includes(
            `<a href="/statements${query.replace("&", "&amp;")}">Statements with “bridge”</a>`,
          ),
        );
      }
    });
  }

  it("keeps the other parts of a list in the box, and nothing anywhere else", async () => {
    const kept = (html: string) => {
      const box = /<search>.*?<\/search>/s.exec(html)?.[0] ?? "";
      return [...box.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
        ([, name, value]) => `${name}=${value}`,
      );
    };
    assert.deepEqual(kept(await page("/statements?q=bridge&from=2023&tag=roads&sort=relevance")), [
      "from=2023",
      "tag=roads",
    ]);
    assert.deepEqual(kept(await page("/2023/01")), []);
  });

  it("takes no words for the data of a statement", async () => {
    const [first] = (await site.json<ListJson>("/statements.json?q=bridge")).statements;
    assert.equal((await site.get(`${first?.permalink}.json?q=bridge`)).status, 400);
  });

  for (const folder of ["payloads/fts5", "payloads/strings"]) {
    sharedTest(
      folder,
      `${folder}: each line is answered, and none comes back unescaped`,
      async (root) => {
        const trial = await startSite(archive.path);
        for (const line of linesOf(root).slice(0, 400)) {
          const response = await trial.get(`/statements?q=${encodeURIComponent(line)}`);
          assert.ok([200, 302, 400].includes(response.status), `${response.status}: ${line}`);
          const html = await response.text();
          assert.doesNotMatch(html, /<(?:script|img|iframe|object|embed|svg on)/i, line);
        }
        assert.deepEqual(trial.log, []);
        await trial.close();
      },
    );
  }

  function linesOf(root: string): string[] {
    return readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(txt|tsv|json|list)$/.test(name))
      .flatMap((name) => readFileSync(path.join(root, name), "utf8").split("\n"))
      .filter((line) => line.trim() !== "" && line.length < 1500);
  }
});

describe("many hits", () => {
  for (const sort of ["newest", "oldest", "relevance"]) {
    it(`are each reached once, on and back: ${sort}`, async () => {
      const archive = await openTestArchive(manyFiles(130));
      const site = await startSite(archive.path);
      const walk = async (start: string, way: "next" | "previous") => {
        const pages: ListJson[] = [];
        for (let address: string | null = start; address !== null; ) {
          const found: ListJson = await site.json<ListJson>(address);
          pages.push(found);
          address = found[way];
        }
        return pages;
      };
      const word = (await site.json<ListJson>("/statements.json")).statements[0]?.headline.split(
        " ",
      )[0];
      const pages = await walk(`/statements.json?q=${word}&sort=${sort}`, "next");
      const ids = pages.flatMap(({ statements }) => statements.map(({ id }) => id));
      assert.ok(pages.length > 1 && ids.length === pages[0]?.total);
      assert.equal(new Set(ids).size, ids.length);
      const back = await walk(pages.at(-2)?.next ?? "", "previous");
      assert.deepEqual(
        back.map(({ statements }) => statements),
        pages.map(({ statements }) => statements).toReversed(),
      );
      await site.close();
      await archive.close();
    });
  }
});
