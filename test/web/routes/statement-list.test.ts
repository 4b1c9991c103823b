import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { ListJson } from "../../../src/formats/list-json.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
import { EXAMPLE_FILES, manyFiles } from "../../support/example-files.ts";
import { startSite, type TestSite } from "../../support/site.ts";

const ENTRY_KEYS =
  "id permalink short date headline headlineDerived place agency language excerpt withdrawn".split(
    " ",
  );

describe("the list", () => {
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

  const list = (query: string) => site.json<ListJson>(`/statements.json${query}`);
  const dates = (found: ListJson) => found.statements.map(({ date }) => date);

  it("has exactly the keys that are promised", async () => {
    const found = await list("");
    assert.deepEqual(Object.keys(found), "total from to next previous statements".split(" "));
    for (const entry of found.statements) assert.deepEqual(Object.keys(entry), ENTRY_KEYS);
  });

  it("says what each statement is", async () => {
    const [entry] = (await list("?agency=RIA+Novosti")).statements;
    assert.match(
      entry?.permalink ?? "",
      /^\/2023\/01\/27\/the-ministers-met-at-noon-[a-z0-9]{10}$/,
    );
    assert.equal(entry?.short, `/s/${entry?.id}`);
    assert.equal(entry?.headline, "The ministers met at noon");
    assert.equal(entry?.headlineDerived, true);
    assert.deepEqual(
      [entry?.place, entry?.agency, entry?.language],
      ["Moscow", "RIA Novosti", "en"],
    );
    assert.equal(entry?.excerpt, "They spoke for an hour.");
  });

  it("begins with the newest, and turned round with the oldest", async () => {
    const newest = await list("");
    assert.deepEqual(dates(newest), ["2023-02-22", "2023-01-27", "2023-01-27", "2022-12-12"]);
    const oldest = await list("?sort=oldest");
    assert.deepEqual(oldest.statements, newest.statements.toReversed());
  });

  const filters: [query: string, total: number, from: string | null, to: string | null][] = [
    ["", 4, null, null],
    ["?from=&to=&agency=&place=&language=&sort=&after=", 4, null, null],
    ["?from=2023", 3, "2023-01-01", null],
    ["?to=2022", 1, null, "2022-12-31"],
    ["?from=2023-01&to=2023-01", 2, "2023-01-01", "2023-01-31"],
    ["?from=2023-01-27&to=2023-01-27", 2, "2023-01-27", "2023-01-27"],
    ["?from=2023-01-28&to=2023-02-21", 0, "2023-01-28", "2023-02-21"],
    ["?from=2023-01-27&to=2023", 3, "2023-01-27", "2023-12-31"],
    ["?from=+2023-02%09", 1, "2023-02-01", null],
    ["?place=moscow", 1, null, null],
    ["?place=MOSCOW&agency=agence", 0, null, null],
    ["?language=EN", 4, null, null],
    ["?agency=nobody", 0, null, null],
    ["?from=2022&utm_source=letter&fbclid=1&fbclid=2", 4, "2022-01-01", null],
  ];
  for (const [query, total, from, to] of filters) {
    it(`finds ${total} with ${query || "no filter"}`, async () => {
      const found = await list(query);
      assert.deepEqual([found.total, found.from, found.to], [total, from, to]);
      assert.equal(found.statements.length, total);
    });
  }

  it("answers with a page for every filter that it takes", async () => {
    for (const [query] of filters) {
      const response = await site.get(`/statements${query}`);
      assert.equal(response.status, 200, query);
      assert.match(await response.text(), /<h1>/);
    }
  });

  it("is a plain list of dates, headlines and addresses as text", async () => {
    const text = await (await site.get("/statements.txt?to=2022")).text();
    const [entry] = (await list("?to=2022")).statements;
    assert.equal(
      text,
      `Statements: 1\n\n2022-12-12  The road was closed this morning\n            ${site.url}${entry?.permalink}\n`,
    );
  });
});

describe("a long list", () => {
  let archive: TestArchive;
  let site: TestSite;
  before(async () => {
    archive = await openTestArchive(manyFiles(173));
    site = await startSite(archive.path);
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  for (const start of [
    "/statements.json",
    "/statements.json?sort=oldest",
    "/statements.json?from=2021-01&to=2021-01&language=en",
    "/.json",
    "/2021.json",
    "/2021/01.json",
  ]) {
    it(`is walked from end to end and back from ${start}`, async () => {
      const pages = await walk(start, "next");
      const seen = pages.flatMap((page) => page.statements.map(({ id }) => id));
      assert.equal(seen.length, pages[0]?.total);
      assert.equal(new Set(seen).size, seen.length, "each statement once");
      assert.ok(pages.slice(0, -1).every((page) => page.statements.length === 50));
      const back = await walk(pages.at(-2)?.next ?? "", "previous");
      assert.deepEqual(
        back.map((page) => page.statements),
        pages.map((page) => page.statements).toReversed(),
      );
      assert.equal(pages[0]?.previous, null);
    });
  }

  it("goes on as text", async () => {
    const text = await (await site.get("/statements.txt")).text();
    const [, next] = /^Next page: (\S+)$/m.exec(text) ?? [];
    assert.match(await (await fetch(next ?? "")).text(), /^Page before: \S+\/statements\.txt$/m);
  });

  async function walk(start: string, way: "next" | "previous"): Promise<ListJson[]> {
    const pages: ListJson[] = [];
    for (let address: string | null = start; address !== null; ) {
      assert.match(address, /^\/[a-z0-9.]/);
      const page: ListJson = await site.json<ListJson>(address);
      pages.push(page);
      address = page[way];
    }
    return pages;
  }
});
