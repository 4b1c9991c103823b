import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { ListJson } from "../../../src/formats/list-json.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
import { EXAMPLE_FILES } from "../../support/example-files.ts";
import { startSite, type TestSite } from "../../support/site.ts";

describe("a year, a month or a day", () => {
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

  const periods: [path: string, total: number, from: string, to: string, days: object[]][] = [
    [
      "/2023",
      3,
      "2023-01-01",
      "2023-12-31",
      [
        { date: "2023-01-27", count: 2 },
        { date: "2023-02-22", count: 1 },
      ],
    ],
    ["/2023/01", 2, "2023-01-01", "2023-01-31", [{ date: "2023-01-27", count: 2 }]],
    ["/2023/01/27", 2, "2023-01-27", "2023-01-27", [{ date: "2023-01-27", count: 2 }]],
    ["/2023/03", 0, "2023-03-01", "2023-03-31", []],
    ["/2024/02/29", 0, "2024-02-29", "2024-02-29", []],
    ["/0001", 0, "0001-01-01", "0001-12-31", []],
    ["/0001/01/01", 0, "0001-01-01", "0001-01-01", []],
    ["/9999", 0, "9999-01-01", "9999-12-31", []],
    ["/9999/12", 0, "9999-12-01", "9999-12-31", []],
    ["/9999/12/31", 0, "9999-12-31", "9999-12-31", []],
  ];
  for (const [path, total, from, to, days] of periods) {
    it(`is a page, data and text at ${path}`, async () => {
      const found = await site.json<ListJson>(`${path}.json`);
      assert.deepEqual(
        Object.keys(found),
        "total from to next previous statements days".split(" "),
      );
      assert.deepEqual([found.total, found.from, found.to, found.days], [total, from, to, days]);
      assert.equal((await site.get(path)).status, 200);
      assert.match(
        await (await site.get(`${path}.txt`)).text(),
        new RegExp(`^Statements: ${total}\n`),
      );
    });
  }

  it("lists a day in the order of its files", async () => {
    const { statements } = await site.json<ListJson>("/2023/01/27.json");
    assert.deepEqual(
      statements.map(({ place }) => place),
      ["Moscow", "Geneva"],
    );
  });

  const missing: [path: string, says: RegExp, links: string[]][] = [
    [
      "/2023/02/30",
      /There is no 30 February 2023\. .*28 days/,
      ["/2023/02/28.json", "/2023/02.json", "/2023/03/01.json"],
    ],
    ["/2023/13", /There is no month 13/, ["/2023.json"]],
    ["/2023/00", /There is no month 00/, ["/2023.json"]],
    ["/2023/27/01", /There is no month 27/, ["/2023/01/27.json", "/2023.json"]],
    ["/0000", /There is no year 0000/, []],
    [
      "/2023/02/30/x-0123456789",
      /There is no 30 February 2023/,
      ["/2023/02/28.json", "/2023/02.json", "/2023/03/01.json"],
    ],
    ["/20233", /no such page/, []],
    ["/2023-01-27", /no such page/, ["/2023/01/27.json"]],
    ["/1.2.2023", /no such page/, ["/2023/02/01.json", "/2023/01/02.json"]],
    ["/2023-02-30", /no such page/, ["/2023/02/28.json", "/2023/02.json", "/2023/03/01.json"]],
    ["/2023/001", /no such page/, []],
    ["/2023/01/27/28", /no such statement/, []],
  ];
  for (const [path, says, links] of missing) {
    it(`is a 404 that says why at ${path}`, async () => {
      const response = await site.get(`${path}.json`);
      assert.equal(response.status, 404);
      const problem = (await response.json()) as { detail: string; links: { href: string }[] };
      assert.match(problem.detail, says);
      assert.deepEqual(
        problem.links.map(({ href }) => href),
        links,
      );
      const page = await site.get(path);
      assert.equal(page.status, 404);
      assert.match(await page.text(), /<h1>There is no/);
    });
  }

  it("takes a place in its list, and the year's page, which has none, refuses it", async () => {
    assert.equal((await site.get("/2023/01?after=2023-01-27.1")).status, 200);
    assert.equal((await site.get("/2023/01/27?after=2023-01-27.1")).status, 200);
    assert.equal((await site.get("/2023.json?after=2023-01-27.1")).status, 200);
    assert.equal((await site.get("/2023?after=2023-01-27.1")).status, 400);
    assert.equal((await site.get("/2023/01?after=3")).status, 400);
  });
});
