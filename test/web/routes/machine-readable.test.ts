import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { ListJson } from "../../../src/formats/list-json.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
import { EXAMPLE_FILES, manyFiles } from "../../support/example-files.ts";
import { startSite, type TestSite } from "../../support/site.ts";

const FILES: Record<string, string> = {
  ...EXAMPLE_FILES,
  "5.txt":
    ' date 2024-03-05 MOSCOW, March 5 – RIA Novosti. Both "sides" met & <parted>. “We shall meet again in May,” they said. </script><!-- “And then we shall see.”',
};

describe("a statement for machines", () => {
  let archive: TestArchive;
  let site: TestSite;
  let path: string;
  let short: string;
  let html: string;
  before(async () => {
    archive = await openTestArchive(FILES);
    site = await startSite(archive.path, { title: "Archive & Co", rights: "Quote it." });
    const [entry] = (await site.json<ListJson>("/2024.json")).statements;
    path = entry?.permalink ?? "";
    short = entry?.short ?? "";
    html = await (await site.get(path)).text();
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  const metaOf = (page: string) =>
    new Map(
      [...page.matchAll(/<meta (?:name|property)="([^"]*)" content="([^"]*)">/g)].map(
        ([, key, content]) => [key, content],
      ),
    );
  const linkedOf = (page: string) =>
    [...page.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(
      ([, json]) => JSON.parse(json ?? "") as Record<string, unknown>,
    );
  const linksOf = async (address: string, method = "GET") => {
    const header = (await site.raw(address, method)).headers.link ?? "";
    return String(header)
      .split(/, (?=<)/)
      .map((link) => link.replaceAll(site.url, ""));
  };

  it("has Dublin Core and Open Graph, and nothing that says it is a journal's article", () => {
    const meta = metaOf(html);
    assert.equal(meta.get("DC.title"), "Both &quot;sides&quot; met &amp; &lt;parted&gt;");
    assert.equal(meta.get("DC.creator"), "RIA Novosti");
    assert.equal(meta.get("author"), "RIA Novosti");
    assert.equal(meta.get("DC.date"), "2024-03-05");
    assert.equal(meta.get("DC.publisher"), "Archive &amp; Co");
    assert.equal(meta.get("DC.language"), "en");
    assert.equal(meta.get("DC.rights"), "Quote it.");
    assert.equal(meta.get("DC.identifier"), site.url + short);
    assert.equal(meta.get("og:type"), "article");
    assert.equal(meta.get("og:site_name"), "Archive &amp; Co");
    assert.equal(meta.get("og:url"), site.url + path);
    assert.equal(meta.get("article:published_time"), "2024-03-05");
    assert.match(html, /<link rel="schema\.DC" href="http:\/\/purl\.org\/dc\/elements\/1\.1\/">/);
    assert.doesNotMatch(html, /citation_/);
  });

  it("says at every headline that was taken from the text that it was, and of no title", async () => {
    assert.match(html, /<h1 class="p-name"[^>]* data-headline="derived">Both /);
    const list = await (await site.get("/statements")).text();
    const headlines = [...list.matchAll(/<a class="u-url p-name"([^>]*)>([^<]*)</g)];
    const titles = headlines.filter(([, attributes]) => !attributes?.includes("data-headline"));
    assert.equal(headlines.length, Object.keys(FILES).length);
    assert.deepEqual(
      titles.map(([, , words]) => words),
      ["On the *ferry*"],
    );
  });

  it("is a NewsArticle with what it quotes, and the way to it", () => {
    const [article, way, ...others] = linkedOf(html);
    assert.deepEqual(others, []);
    assert.deepEqual(article, {
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      "@id": site.url + short,
      url: site.url + path,
      headline: 'Both "sides" met & <parted>',
      datePublished: "2024-03-05",
      inLanguage: "en",
      author: { "@type": "Organization", name: "RIA Novosti" },
      sourceOrganization: { "@type": "Organization", name: "RIA Novosti" },
      publisher: { "@type": "Organization", name: "Archive & Co", url: `${site.url}/` },
      contentLocation: { "@type": "Place", name: "Moscow" },
      dateline: "Moscow",
      copyrightNotice: "Quote it.",
      version: "1",
      hasPart: ["We shall meet again in May,", "And then we shall see."].map((text) => ({
        "@type": "Quotation",
        text,
        inLanguage: "en",
      })),
    });
    assert.equal(way?.["@type"], "BreadcrumbList");
    const steps = way?.itemListElement as { name: string; item: string }[];
    assert.deepEqual(
      steps.map(({ item }) => item.slice(site.url.length)),
      ["/2024", "/2024/03", "/2024/03/05", path],
    );
  });

  it("is an entry with name, words, day, address and author", () => {
    for (const mark of [
      /<article class="sheet h-entry">/,
      /<h1 class="p-name"/,
      /<div class="words e-content"/,
      /<data class="dt-published" value="2024-03-05">/,
      new RegExp(`<data class="u-url" value="${site.url}${short}">`),
      /<data class="p-author" value="RIA Novosti">/,
    ]) {
      assert.match(html, mark);
    }
  });

  it("says in its headers what to cite and where its parts are, kept or not, to HEAD too", async () => {
    const links = [...html.matchAll(/<link rel="alternate" type="([^"]*)"[^>]*href="([^"]*)"/g)];
    const formats = links.filter(([, , href]) => href?.startsWith(path));
    assert.ok(formats.length >= 2);
    const expected = [
      `<${short}>; rel="cite-as"`,
      '<https://schema.org/NewsArticle>; rel="type"',
      '<https://schema.org/AboutPage>; rel="type"',
      ...formats.map(([, type, href]) => {
        const rel = type === "text/plain" ? "item" : "describedby";
        return `<${href}>; rel="${rel}"; type="${type}"`;
      }),
    ];
    for (const method of ["GET", "HEAD", "GET"]) {
      const given = await linksOf(path, method);
      assert.deepEqual(
        expected.filter((link) => !given.includes(link)),
        [],
      );
    }
    const tag = (await site.raw(path)).headers.etag as string;
    const unchanged = await site.raw(path, "GET", { "If-None-Match": tag });
    assert.equal(unchanged.status, 304);
    assert.match(String(unchanged.headers.link), /cite-as/);
  });

  it("leads back from its data", async () => {
    const back = (rel: string) => `<${path}>; rel="${rel}"; type="text/html"`;
    assert.deepEqual((await linksOf(`${path}.txt`)).slice(0, 2), [
      `<${short}>; rel="cite-as"`,
      back("collection"),
    ]);
    assert.deepEqual((await linksOf(`${path}.json`)).slice(0, 2), [
      `<${short}>; rel="cite-as"`,
      back("describes"),
    ]);
  });

  it("in an earlier wording is cited as that wording", async () => {
    await archive.import({ "1.txt": `${FILES["1.txt"]} It was opened again.` });
    const [entry] = (await site.json<ListJson>("/2022.json")).statements;
    const early = await (await site.get(`${entry?.short}@1`)).text();
    assert.equal(metaOf(early).get("DC.identifier"), `${site.url}${entry?.short}@1`);
    assert.equal(metaOf(early).get("og:url"), site.url + entry?.permalink);
    assert.ok((await linksOf(`${entry?.short}@1`)).includes(`<${entry?.short}@1>; rel="cite-as"`));
    const present = await (await site.get(entry?.permalink ?? "")).text();
    assert.equal(linkedOf(present)[0]?.dateModified, "2024-05-06T07:08:09Z");
    assert.equal(linkedOf(early)[0]?.dateModified, undefined);
  });

  it("in a list is an entry of a feed", async () => {
    for (const list of ["/", "/statements", "/2024/03", "/2024/03/05"]) {
      const page = await (await site.get(list)).text();
      assert.match(page, /<div class="sheet h-feed">/, list);
      const feed = page.slice(page.indexOf("h-feed"));
      const entries = feed.match(/<li class="h-entry"/g)?.length ?? 0;
      assert.ok(entries > 0);
      assert.equal(feed.match(/<a class="u-url p-name" href/g)?.length, entries);
      assert.equal(
        feed.match(/<data class="dt-published" value="\d{4}-\d\d-\d\d">/g)?.length,
        entries,
      );
      assert.equal(metaOf(page).get("og:type"), "website");
    }
  });

  it("is not described on a page that is an error", async () => {
    const page = await (await site.get("/nothing")).text();
    assert.equal(linkedOf(page).length, 0);
    assert.equal(metaOf(page).get("og:type"), undefined);
  });
});

it("a page of a list as data names the pages beside it in its headers", async () => {
  const archive = await openTestArchive(manyFiles(30));
  const site = await startSite(archive.path);
  const { next } = await site.json<ListJson>("/2021.json?limit=10");
  const second = await site.get(next ?? "");
  const { previous, next: third } = (await second.json()) as ListJson;
  assert.equal(
    second.headers.get("link"),
    `<${site.url}${previous}>; rel="prev", <${site.url}${third}>; rel="next"`,
  );
  const table = await site.get("/2021.csv?limit=10");
  assert.equal(
    table.headers.get("link"),
    `<${site.url}${next?.replace(".json", ".csv")}>; rel="next"`,
  );
  assert.equal((await site.get("/2021.csv")).headers.get("link"), null);
  await site.close();
  await archive.close();
});
