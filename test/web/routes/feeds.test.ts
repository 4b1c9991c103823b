import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { add } from "../../store/contract/made-statements.ts";
import { IMPORTED_AT, openTestArchive, type TestArchive } from "../../support/archive.ts";
import { EXAMPLE_FILES, manyFiles } from "../../support/example-files.ts";
import { startSite, type TestSite } from "../../support/site.ts";

const LATER = "2024-06-01T12:00:00Z";

interface Item {
  id: string;
  title: string;
  date_published: string;
  date_modified: string;
  content_html: string;
}

interface JsonFeed {
  title: string;
  next_url?: string;
  items: Item[];
}

const LISTS: [path: string, title: string][] = [
  ["/statements", "Statements – Test archive"],
  ["/2023", "Statements in 2023 – Test archive"],
  ["/2023/01", "Statements in January 2023 – Test archive"],
  ["/2023/01/27", "Statements on 27 January 2023 – Test archive"],
  ["/statements?agency=ria+novosti", "Statements from RIA Novosti – Test archive"],
  [
    "/statements?q=ministers&to=2023",
    "Statements up to 31 December 2023, with “ministers” – Test archive",
  ],
  ["/statements?place=nowhere", "Statements datelined nowhere – Test archive"],
  ["/changes", "Revisions and withdrawals – Test archive"],
];

const TYPES = {
  atom: "application/atom+xml; charset=utf-8",
  rss: "application/rss+xml; charset=utf-8",
  "feed.json": "application/feed+json; charset=utf-8",
};

const asFeed = (path: string, format: string) => path.replace(/(?=\?|$)/, `.${format}`);

describe("the feeds of a site", () => {
  let archive: TestArchive;
  let site: TestSite;
  before(async () => {
    archive = await openTestArchive(EXAMPLE_FILES);
    site = await startSite(archive.path);
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  const feed = (path: string) => site.json<JsonFeed>(path);

  for (const [path, title] of LISTS) {
    it(`are there for ${path} in three formats, named as the list is`, async () => {
      for (const [format, type] of Object.entries(TYPES)) {
        const answer = await site.get(asFeed(path, format));
        assert.equal(answer.status, 200, format);
        assert.equal(answer.headers.get("content-type"), type);
        assert.equal(answer.headers.get("access-control-allow-origin"), "*");
        const text = await answer.text();
        const named =
          format === "feed.json" ? JSON.parse(text).title : /<title>(.*)</.exec(text)?.[1];
        assert.equal(named, title);
      }
    });

    it(`are offered by the page ${path}, at addresses that answer`, async () => {
      const html = await (await site.get(path)).text();
      for (const [format, type] of Object.entries(TYPES)) {
        const [bare] = type.split(";");
        const link = new RegExp(
          `<link rel="alternate" type="${bare?.replace("+", "\\+")}" title="[^"]+" href="([^"]+)">`,
        );
        const href = link.exec(html)?.[1]?.replaceAll("&amp;", "&");
        assert.equal(href, asFeed(path, format).replaceAll(" ", "+"));
        assert.equal((await site.get(href ?? "")).status, 200);
      }
    });
  }

  it("have an instant that never moves where nothing has stood in them", async () => {
    for (const path of ["/2022/01.atom", "/statements.atom?place=nowhere", "/changes.atom"]) {
      assert.match(await (await site.get(path)).text(), /<updated>1970-01-01T00:00:00Z<\/updated>/);
    }
  });

  it("are not fetched again while nothing in them has changed", async () => {
    const first = await site.get("/statements.atom?agency=agence");
    const tag = first.headers.get("etag") ?? "";
    const seen = first.headers.get("last-modified") ?? "";
    const again = (headers: Record<string, string>) =>
      site.get("/statements.atom?agency=agence", { headers });
    assert.equal((await again({ "If-None-Match": tag })).status, 304);
    assert.equal((await again({ "If-Modified-Since": seen })).status, 304);
    await archive.import({ "other.txt": " date 2023-03-01 Something else was said." }, LATER);
    assert.equal((await again({ "If-None-Match": tag })).status, 304);
    assert.equal((await again({ "If-Modified-Since": seen })).status, 200);
  });

  it("begin with what came last, however long ago its day is", async () => {
    await archive.import({ "old.txt": " date 1911-05-04 The ministers had spoken before." }, LATER);
    const [first, second] = (await feed("/statements.feed.json?q=ministers")).items;
    assert.equal(first?.title, "The ministers had spoken before");
    assert.equal(first?.date_published, LATER);
    assert.match(first?.content_html ?? "", /<time datetime="1911-05-04">4 May 1911<\/time>/);
    assert.match(first?.content_html ?? "", /\(title from the first sentence\)<\/p>/);
    assert.equal(second?.title, "The ministers met at noon");
    assert.equal((await feed("/statements.feed.json")).items[0]?.id, first?.id);
  });

  it("bring a revision to their head, as the same entry with another instant, and leave the others alone", async () => {
    const before = (await feed("/2022/12.feed.json")).items[0];
    const others = (await feed("/2023/01/27.feed.json")).items;
    await archive.import(
      { "1.txt": `${EXAMPLE_FILES["1.txt"]} It was said again.` },
      "2024-07-01T12:00:00Z",
    );
    const [revised] = (await feed("/statements.feed.json")).items;
    assert.equal(revised?.id, before?.id);
    assert.equal(revised?.date_published, IMPORTED_AT);
    assert.equal(revised?.date_modified, "2024-07-01T12:00:00Z");
    assert.match(revised?.content_html ?? "", /It was said again\./);
    assert.match(revised?.content_html ?? "", /<a href="[^"]*\/compare\?from=1&amp;to=2">/);
    assert.deepEqual((await feed("/2023/01/27.feed.json")).items, others);
  });

  it("have each revision as an entry of its own in the feed of changes", async () => {
    const { items } = await feed("/changes.feed.json");
    assert.equal(items.length, 1);
    assert.match(items[0]?.id ?? "", /\/s\/[0-9a-z]{10}@2$/);
    assert.equal(items[0]?.title, "Revised: The road was closed this morning");
    assert.match(await (await site.get("/about")).text(), /<footer>.*<a href="\/changes">/s);
    const html = await (await site.get("/changes")).text();
    assert.match(
      html,
      /Revised <time class="instant" datetime="2024-07-01T12:00:00Z">1 July 2024, 12:00 UTC<\/time>/,
    );
    const { changes } = await site.json<{ changes: { kind: string; compare: string }[] }>(
      "/changes.json",
    );
    assert.equal(changes[0]?.kind, "revised");
    assert.equal((await site.get(changes[0]?.compare ?? "")).status, 200);
    assert.match(
      await (await site.get("/changes.txt")).text(),
      /^2024-07-01T12:00:00Z {2}revised\n/,
    );
  });

  it("refuse by name what they do not have: an order, a place in the list, and what is no change", async () => {
    for (const [query, name] of [
      ["sort=oldest", "sort"],
      ["after=2023-01-27.1", "after"],
      ["before=yesterday", "yesterday"],
      ["before=0", "0"],
    ]) {
      const answer = await site.get(`/statements.atom?${query}`);
      assert.equal(answer.status, 400, query);
      assert.match(await answer.text(), new RegExp(`“${name}”`));
    }
  });
});

describe("the documents of a feed", () => {
  /** Every entry's title, document by document. */
  async function walk(site: TestSite, path: string): Promise<string[][]> {
    const documents: string[][] = [];
    for (let next: string | undefined = path; next !== undefined; ) {
      const { items, next_url }: JsonFeed = await site.json(next);
      documents.push(items.map(({ title }) => title));
      next = next_url?.slice(site.url.length);
    }
    return documents;
  }

  it("lead to every statement once, with words or without", async () => {
    const archive = await openTestArchive(manyFiles(130));
    const site = await startSite(archive.path);
    for (const path of [
      "/statements.feed.json",
      "/statements.feed.json?q=said+-nothing",
      "/statements.feed.json?q=statement&from=2021",
    ]) {
      const documents = await walk(site, path);
      const expected = path.includes("nothing") ? 0 : 130;
      assert.equal(new Set(documents.flat()).size, expected, path);
      assert.equal(documents.flat().length, expected, path);
      if (expected > 0)
        assert.deepEqual(
          documents.map((titles) => titles.length),
          [50, 50, 30],
        );
    }
    await site.close();
    await archive.close();
  });

  it("end early where texts are long, and nothing is lost", async () => {
    const long = "Word after word. ".repeat(25_000);
    const files = Object.fromEntries(
      [1, 2, 3, 4, 5].map((n) => [`${n}.txt`, ` date 2023-01-0${n} Number ${n}. ${long}`]),
    );
    const archive = await openTestArchive(files);
    const site = await startSite(archive.path);
    const documents = await walk(site, "/statements.feed.json");
    assert.deepEqual(documents, [
      ["Number 5", "Number 4", "Number 3"],
      ["Number 2", "Number 1"],
    ]);
    await site.close();
    await archive.close();
  });
});

describe("what was taken away", () => {
  it("is a deleted entry in Atom, and an entry that says so in the feed of changes", async () => {
    const archive = await openTestArchive();
    const sample = { at: IMPORTED_AT, dryRun: false, sample: true };
    const said = { date: "1789-07-14", text: "The walls fell." };
    await archive.store.importRun(sample, (run) => add(run, said));
    const site = await startSite(archive.path);
    const [{ id } = { id: "" }] = (await site.json<JsonFeed>("/statements.feed.json")).items;
    await archive.import(EXAMPLE_FILES, LATER);
    const atom = await (await site.get("/statements.atom")).text();
    assert.ok(atom.includes(`<at:deleted-entry ref="${id}" when="${LATER}">`));
    assert.ok(!atom.includes(`<id>${id}</id>`));
    for (const [format, said] of [
      ["atom", "<title>Withdrawn: a statement of 14 July 1789</title>"],
      ["rss", "<title>Withdrawn: a statement of 14 July 1789</title>"],
      ["feed.json", '"title":"Withdrawn: a statement of 14 July 1789"'],
    ]) {
      const text = await (await site.get(`/changes.${format}`)).text();
      assert.ok(text.includes(said ?? ""), format);
    }
    assert.match(await (await site.get("/changes")).text(), />A statement of 14 July 1789</);
    await site.close();
    await archive.close();
  });
});
