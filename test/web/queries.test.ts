import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { ProblemDetails } from "../../src/web/problem-details.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";
import { startSite, type TestSite } from "../support/site.ts";

describe("a query that cannot be taken", () => {
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

  /** Query, the fields at fault, and the addresses offered (as pages). */
  const refused: [query: string, fields: string[], offered: string[]][] = [
    [
      "from=2023-02-30&place=Moscow",
      ["from"],
      [
        "/statements?from=2023-02-28&place=Moscow",
        "/statements?from=2023-02&place=Moscow",
        "/statements?from=2023-03-01&place=Moscow",
      ],
    ],
    ["to=01/02/2023", ["to"], ["/statements?to=2023-02-01", "/statements?to=2023-01-02"]],
    ["from=2023-1-7", ["from"], ["/statements?from=2023-01-07"]],
    ["from=27+January+2023", ["from"], ["/statements?from=2023-01-27"]],
    ["from=yesterday", ["from"], []],
    [
      "from=2023-13&to=2023-00",
      ["from", "to"],
      ["/statements?from=2023&to=2023-00", "/statements?from=2023-13&to=2023"],
    ],
    [
      "from=2023-03&to=2023-01&sort=oldest",
      ["from"],
      ["/statements?from=2023-01&to=2023-03&sort=oldest"],
    ],
    ["from=2023&from=2024", ["from"], ["/statements?from=2023", "/statements?from=2024"]],
    ["agency=a&agency=b", ["agency"], ["/statements?agency=a", "/statements?agency=b"]],
    [
      "sort=relevance&from=2023",
      ["sort"],
      ["/statements?from=2023", "/statements?from=2023&sort=oldest"],
    ],
    ["sort=up", ["sort"], ["/statements", "/statements?sort=oldest"]],
    ["after=3&from=2023", ["after"], ["/statements?from=2023"]],
    ["after=2023-02-30.1", ["after"], ["/statements"]],
    ["word=bridge&from=2023", ["word"], ["/statements?from=2023"]],
    ["From=2023", ["From"], ["/statements"]],
    ["from[]=2023", ["from[]"], ["/statements"]],
    ["__proto__=1", ["__proto__"], ["/statements"]],
    ["escapeFn=1&settings=2", ["escapeFn", "settings"], ["/statements", "/statements"]],
    ["=1", [""], ["/statements"]],
    ["agency=a%00b", ["agency"], ["/statements"]],
    [`agency=${"a".repeat(201)}`, ["agency"], ["/statements"]],
    ["from=%ff", [], []],
    ["from=%", [], []],
  ];
  for (const [query, fields, offered] of refused) {
    it(`is refused by name: ${query.slice(0, 60)}`, async () => {
      const response = await site.get(`/statements.json?${query}`);
      assert.equal(response.status, 400);
      assert.equal(response.headers.get("content-type"), "application/problem+json; charset=utf-8");
      const problem = (await response.json()) as ProblemDetails;
      assert.deepEqual(Object.keys(problem), "status title detail faults links".split(" "));
      assert.deepEqual([problem.status, problem.title], [400, "Bad Request"]);
      assert.deepEqual(
        problem.faults.map(({ field }) => field),
        fields,
      );
      assert.deepEqual(
        problem.faults.flatMap(({ suggestions }) => suggestions.map(({ href }) => href)),
        offered.map((href) => href.replace("/statements", "/statements.json")),
      );
    });
  }

  it("is refused on a page that offers the same and keeps what was typed", async () => {
    for (const [query, , offered] of refused) {
      const response = await site.get(`/statements?${query}`);
      assert.equal(response.status, 400, query);
      const page = await response.text();
      for (const href of offered) {
        assert.ok(page.includes(`href="${href.replaceAll("&", "&amp;")}"`), `${query}: ${href}`);
      }
    }
    const page = await (
      await site.get("/statements?from=2023-02-30&to=2023-05&agency=%22x%3E")
    ).text();
    assert.match(page, /name="from"[^>]*value="2023-02-30"|value="2023-02-30"[^>]*name="from"/);
    assert.match(page, /value="2023-05"/);
    assert.ok(!page.includes('"x>'), "escaped");
    assert.match(page, /<h1>There is no 30 February 2023<\/h1>/);
  });

  it("keeps what was typed beside a parameter that is not known", async () => {
    const page = await (await site.get("/statements?from=2023-05&foo=1")).text();
    assert.match(page, /value="2023-05"/);
    assert.match(page, /“foo” is no parameter/);
  });

  it("by thousands of parts is refused in a short answer, with what could be taken in its links", async () => {
    const long = ["q=ferry", `agency=${"a".repeat(200)}`, `place=${"b".repeat(200)}`];
    const query = [...long, ...Array(6_000).fill("z"), "from=2023"].join("&");
    const page = await site.get(`/statements?${query}`);
    assert.equal(page.status, 400);
    assert.ok((await page.text()).length < 60_000);
    const { faults } = (await (
      await site.get(`/statements.json?${query}`)
    ).json()) as ProblemDetails;
    assert.equal(faults.length, 20);
    const [first] = faults[0]?.suggestions ?? [];
    assert.match(first?.href ?? "", /[?&]from=2023$/);
  });

  it("names the first in its title, and says that there are others", async () => {
    const text = await (await site.get("/about.txt?a&b&c&d&e&f")).text();
    assert.match(text, /^“a”, “b”, “c”, “d”, “e” and others cannot be taken as given\. /);
  });

  it("is refused at every address", async () => {
    for (const path of [
      "/",
      "/2023",
      "/2023/01",
      "/2023/01/27",
      "/about",
      "/s/0123456789",
      "/sitemap.xml",
      "/sitemap/2023.xml",
      "/robots.txt",
      "/healthz",
      "/site.css",
    ]) {
      const response = await site.get(`${path}?colour=red`);
      assert.equal(response.status, 400, path);
      assert.match(await response.text(), /“colour”/, path);
    }
  });

  it("is told in plain words as text", async () => {
    const response = await site.get("/statements.txt?from=2023-02-30");
    assert.equal(response.status, 400);
    assert.equal(response.headers.get("content-type"), "text/plain; charset=utf-8");
    const text = await response.text();
    assert.match(text, /^There is no 30 February 2023\. /);
    assert.match(text, /^ {2}From 28 February 2023: \/statements\.txt\?from=2023-02-28$/m);
  });
});
