import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { ComparisonJson } from "../../../src/formats/comparison-json.ts";
import type { ListJson } from "../../../src/formats/list-json.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
import { startSite, type TestSite } from "../../support/site.ts";

describe("the comparison of two revisions", () => {
  let archive: TestArchive;
  let site: TestSite;
  let short: string;
  let single: string;
  before(async () => {
    archive = await openTestArchive({
      "a.txt": " date 2020-05-05 The gate was opened at nine.\n\nIt stays open.",
      "b.txt": " date 2020-05-04 Nothing was said that evening.",
    });
    await archive.import({
      "a.txt": " date 2020-05-05 The gate was opened at ten.\n\nIt stays open.",
    });
    site = await startSite(archive.path);
    const { statements } = await site.json<ListJson>("/statements.json");
    short = statements[0]?.short ?? "";
    single = statements[1]?.short ?? "";
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  it("is data", async () => {
    const found = await site.json<ComparisonJson>(`${short}/compare.json?from=1&to=2`);
    assert.deepEqual(Object.keys(found), "id permalink short from to paragraphs".split(" "));
    assert.equal(found.short, `${short}/compare?from=1&to=2`);
    assert.deepEqual([found.from.n, found.to.n], [1, 2]);
    assert.deepEqual(
      found.paragraphs.map(({ changed }) => changed),
      [true, false],
    );
    const only = (kind: string) =>
      found.paragraphs[0]?.parts
        .filter((part) => part.kind === kind)
        .map(({ text }) => text.trim());
    assert.deepEqual([only("removed"), only("added")], [["nine"], ["ten"]]);
  });

  it("is a page", async () => {
    const response = await site.get(`${short}/compare?from=1&to=2`);
    assert.equal(response.status, 200);
    assert.match(await response.text(), /<ins>/);
  });

  it("is text with the changes marked", async () => {
    const text = await (await site.get(`${short}/compare.txt?from=1&to=2`)).text();
    assert.match(text, /\[-nine-\]/);
    assert.match(text, /\{\+ten\+\}/);
    assert.match(text, /\n\nIt stays open\.\n$/);
  });

  for (const query of ["", "?from=1", "?to=2", "?from=1&to=1", "?from=1&to=3", "?from=a&to=2"]) {
    it(`is refused with ${query || "no revisions"}, offering the last change`, async () => {
      const response = await site.get(`${short}/compare.json${query}`);
      assert.equal(response.status, 400);
      const { faults } = (await response.json()) as {
        faults: { suggestions: { href: string }[] }[];
      };
      assert.equal(faults[0]?.suggestions[0]?.href, `${short}/compare.json?from=1&to=2`);
    });
  }

  it("is a 404 for a statement with one wording", async () => {
    assert.equal((await site.get(`${single}/compare?from=1&to=2`)).status, 404);
  });
});
