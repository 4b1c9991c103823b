import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";
import { startSite, type TestSite } from "../support/site.ts";

describe("an address that is written otherwise", () => {
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

  const redirects: [typed: string, canonical: string][] = [
    ["/statements/", "/statements"],
    ["/statements//", "/statements"],
    ["/Statements?from=2023&to=2023", "/statements?from=2023&to=2023"],
    ["/STATEMENTS.JSON", "/statements.json"],
    ["/2023/1.FEED.json", "/2023/01.feed.json"],
    ["/about/?utm_source=x", "/about?utm_source=x"],
    ["/2023/1", "/2023/01"],
    ["/2023/1/7", "/2023/01/07"],
    ["/2023/1/07.json?after=", "/2023/01/07.json?after="],
    ["/2023/1/7/Some-Slug-0123456789", "/2023/01/07/some-slug-0123456789"],
    ["/2023/", "/2023"],
    ["/%61bout", "/about"],
    ["/S/0123456789%401", "/s/0123456789@1"],
    ["/statements/?from=%0d%0aSet-Cookie:%20a", "/statements?from=%0d%0aSet-Cookie:%20a"],
  ];
  for (const [typed, canonical] of redirects) {
    it(`redirects from ${typed} to ${canonical}`, async () => {
      for (const method of ["GET", "HEAD"]) {
        const answer = await site.raw(typed, method);
        assert.equal(answer.status, 301);
        assert.equal(answer.headers.location, canonical);
      }
    });
  }

  const refused: [target: string, status: number][] = [
    ["//evil.example/", 404],
    ["//evil.example", 404],
    ["///evil.example/..", 404],
    ["/\\evil.example/", 404],
    ["/%5Cevil.example/", 404],
    ["/%2F%2Fevil.example/", 404],
    ["/%2e%2e//evil.example/", 404],
    ["/.//evil.example/", 404],
    ["/@evil.example/", 404],
    ["/a%0d%0aSet-Cookie:%20a=b/", 404],
    ["/..", 404],
    ["/../../etc/passwd", 404],
    ["/%2e%2e/%2e%2e/etc/passwd", 404],
    ["/views/layout.ejs", 404],
    ["/%00", 404],
    ["/2023%00", 404],
    ["/statements.json%00.txt", 404],
    ["/%", 400],
    ["/%zz", 400],
    ["/%c3%28", 400],
    ["/%u2023", 400],
    ["/B%C3%BCcher", 404],
    ["/__proto__", 404],
    ["/constructor.json", 404],
    ["/.constructor", 404],
    ["/.feed.json.json", 404],
    [`/${"a".repeat(8192)}`, 414],
    [`/statements?from=${"1".repeat(8192)}`, 400],
    ["http://evil.example//evil.example/", 404],
  ];
  for (const [target, status] of refused) {
    it(`leads nowhere from ${target.slice(0, 40)}`, async () => {
      const answer = await site.raw(target);
      assert.equal(answer.status, status);
      assert.equal(answer.headers.location, undefined);
      assert.equal(answer.headers["set-cookie"], undefined);
    });
  }

  it("is answered in the form in which proxies are asked", async () => {
    assert.equal((await site.raw("http://elsewhere.example/about")).status, 200);
    assert.equal((await site.raw("http://elsewhere.example/About")).headers.location, "/about");
  });
});
