import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { ListJson } from "../../../src/formats/list-json.ts";
import type { IsoDate } from "../../../src/statements/iso-date.ts";
import type { ListedStatement } from "../../../src/statements/statement.ts";
import type { PeriodCount, Store } from "../../../src/store/store.ts";
import { IMPORTED_AT, openTestArchive, type TestArchive } from "../../support/archive.ts";
import { EXAMPLE_FILES, manyFiles } from "../../support/example-files.ts";
import { startSite, type TestSite } from "../../support/site.ts";

describe("what machines ask for by convention", () => {
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

  const addresses = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, to]) => to);

  it("is a sitemap for each year, and in them every statement once with its change", async () => {
    const { body: index } = await site.raw("/sitemap.xml");
    const maps = addresses(index);
    assert.deepEqual(maps, [`${site.url}/sitemap/2022.xml`, `${site.url}/sitemap/2023.xml`]);
    const texts = await Promise.all(maps.map(async (map) => (await fetch(map ?? "")).text()));
    const { statements } = await site.json<ListJson>("/statements.json?sort=oldest");
    assert.deepEqual(
      texts.flatMap(addresses),
      statements.map(({ permalink }) => site.url + permalink),
    );
    const changes = texts.flatMap((text) => [...text.matchAll(/<lastmod>([^<]*)<\/lastmod>/g)]);
    assert.deepEqual(
      changes.map(([, at]) => at),
      statements.map(() => IMPORTED_AT),
    );
  });

  it("is a sitemap of more statements than are read at once", async () => {
    const many = await openTestArchive(manyFiles(2100, 100));
    const large = await startSite(many.path);
    const { body } = await large.raw("/sitemap/2021.xml");
    assert.equal(new Set(addresses(body)).size, 2100);
    assert.match(body, /<\/urlset>\n$/);
    assert.equal((await large.raw("/sitemap/2021.xml", "HEAD")).body, "");
    await large.close();
    await many.close();
  });

  it("is split by month and day where a year holds more than a sitemap may list", async () => {
    const counts: Record<string, PeriodCount[]> = {
      year: [
        { period: "2021", count: 50_000 },
        { period: "2022", count: 50_001 },
      ],
      month: [
        { period: "2022-01", count: 1 },
        { period: "2022-02", count: 60_000 },
      ],
      day: [{ period: "2022-02-03", count: 30_000 }],
    };
    const store: Store = { ...archive.store, counts: async (unit) => counts[unit] ?? [] };
    const split = await startSite(store);
    assert.deepEqual(
      addresses((await split.raw("/sitemap.xml")).body).map((to) => to?.slice(split.url.length)),
      ["/sitemap/2021.xml", "/sitemap/2022-01.xml", "/sitemap/2022-02-03.xml"],
    );
    await split.close();
  });

  it("is split within a day that holds more, and each part is whole", async () => {
    const date = "2022-02-03" as IsoDate;
    const count = 100_500;
    const counted = (period: string) => [{ period, count }];
    const store: Store = {
      ...archive.store,
      counts: async (unit) => counted(date.slice(0, { year: 4, month: 7, day: 10 }[unit])),
      list: async ({ after, limit }) => {
        const from = Number(after?.split(".")[1] ?? 0);
        const length = Math.min(limit, count - from);
        const statements = Array.from({ length }, (_, n) => ({
          id: String(from + n + 1).padStart(10, "0"),
          slug: null,
          date,
          revisedAt: IMPORTED_AT,
        })) as unknown as ListedStatement[];
        const next = from + length < count ? { after: `${date}.${from + length}` } : null;
        return { ranked: null, statements, next, previous: null };
      },
    };
    const split = await startSite(store);
    const maps = addresses((await split.raw("/sitemap.xml")).body);
    assert.deepEqual(
      maps.map((to) => to?.slice(split.url.length)),
      [date, `${date}.50000`, `${date}.100000`].map((part) => `/sitemap/${part}.xml`),
    );
    const texts = await Promise.all(maps.map(async (map) => (await fetch(map ?? "")).text()));
    const listed = texts.map((text) => addresses(text));
    assert.deepEqual(
      listed.map(({ length }) => length),
      [50_000, 50_000, 500],
    );
    assert.equal(new Set(listed.flat()).size, count);
    await split.close();
  });

  it("is no sitemap for what is no period", async () => {
    for (const path of [
      "/sitemap/2023-02-30.xml",
      "/sitemap/2023-01.5.xml",
      "/sitemap/x.xml",
      "/sitemap/2023",
      "/sitemap",
    ]) {
      assert.equal((await site.get(path)).status, 404, path);
    }
  });

  it("is a robots.txt that keeps crawlers to the permanent addresses and names the sitemap", async () => {
    const { body } = await site.raw("/robots.txt");
    assert.equal(
      body,
      `User-agent: *\nAllow: /\nDisallow: /*?\n\nSitemap: ${site.url}/sitemap.xml\n`,
    );
  });

  it("is a security.txt that does not run out, where there is somebody to tell", async () => {
    assert.equal((await site.get("/.well-known/security.txt")).status, 404);
    for (const [given, contact] of [
      ["desk@example.org", "mailto:desk@example.org"],
      ["https://example.org/tell", "https://example.org/tell"],
    ] as const) {
      const told = await startSite(archive.path, { securityContact: given });
      const answer = await told.get("/.well-known/security.txt");
      assert.equal(answer.headers.get("content-type"), "text/plain; charset=utf-8");
      const body = await answer.text();
      assert.match(body, new RegExp(`^Contact: ${contact}$`, "m"));
      assert.match(body, new RegExp(`^Canonical: ${told.url}/\\.well-known/security\\.txt$`, "m"));
      const [, expires = ""] = /^Expires: (.*)$/m.exec(body) ?? [];
      const days = (Date.parse(expires) - Date.now()) / 86_400_000;
      assert.ok(days > 100 && days < 365, expires);
      await told.close();
    }
  });

  it("is a description of the search, which leads to it", async () => {
    const { body, headers } = await site.raw("/opensearch.xml");
    assert.equal(headers["content-type"], "application/opensearchdescription+xml; charset=utf-8");
    const template = /template="([^"]*)"/.exec(body)?.[1] ?? "";
    assert.equal(template, `${site.url}/statements?q={searchTerms}`);
    const found = await fetch(template.replace("{searchTerms}", "ministers"));
    assert.match(await found.text(), /<mark>ministers<\/mark>/);
    assert.match(
      await (await site.get("/")).text(),
      /<link rel="search"[^>]*href="\/opensearch.xml"/,
    );
  });
});

describe("the home page and the page about the archive", () => {
  let archive: TestArchive;
  let site: TestSite;
  before(async () => {
    archive = await openTestArchive(EXAMPLE_FILES);
    site = await startSite(archive.path, { contact: "desk@example.org", rights: "Quote freely." });
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  it("are pages", async () => {
    assert.match(await (await site.get("/")).text(), /On the \*ferry\*/);
    assert.match(await (await site.get("/about")).text(), /Quote freely\./);
  });

  it("have as data the list's and the counts", async () => {
    assert.deepEqual(await site.json("/.json"), await site.json("/statements.json"));
    assert.deepEqual(await site.json("/about.json"), {
      title: "Test archive",
      contact: "desk@example.org",
      rights: "Quote freely.",
      total: 4,
      first: "2022-12-12",
      last: "2023-02-22",
      headlinesDerived: 3,
      laterRevisions: 0,
      files: 4,
      missingFiles: 0,
      changedAt: IMPORTED_AT,
      sample: false,
      agencies: [
        { name: "Agence", count: 1 },
        { name: "RIA Novosti", count: 1 },
      ],
      places: [
        { name: "Geneva", count: 1 },
        { name: "Moscow", count: 1 },
      ],
      languages: [{ name: "en", count: 4 }],
    });
    const text = await (await site.get("/about.txt")).text();
    assert.match(text, /^Statements: 4\n/m);
    assert.match(text, /^Agencies: Agence \(1\), RIA Novosti \(1\)\n/m);
  });

  it("are there for an empty archive, too", async () => {
    const empty = await openTestArchive();
    const bare = await startSite(empty.path);
    for (const path of ["/", "/statements", "/about", "/2023", "/2023/01", "/2023/01/27"]) {
      for (const ending of ["", ".json", ".txt"]) {
        assert.equal((await bare.get(path + ending)).status, 200, path + ending);
      }
    }
    assert.equal((await bare.get("/sitemap.xml")).status, 200);
    await bare.close();
    await empty.close();
  });
});
