import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { ListJson, SummaryJson } from "../../../src/formats/list-json.ts";
import type { StatementJson } from "../../../src/formats/statement-json.ts";
import { IMPORTED_AT, openTestArchive, type TestArchive } from "../../support/archive.ts";
import { EXAMPLE_FILES } from "../../support/example-files.ts";
import { startSite, type TestSite } from "../../support/site.ts";

const KEYS =
  "id permalink short date headline headlineDerived place agency language url rights tags format paragraphs text revision revisions source withdrawn events";

describe("a statement", () => {
  let archive: TestArchive;
  let site: TestSite;
  let road: SummaryJson;
  let ferry: SummaryJson;
  before(async () => {
    archive = await openTestArchive(EXAMPLE_FILES);
    await archive.import({
      "1.txt":
        " date 2022-12-12 The road was closed this morning. It leads across the pass.\n\nNobody was hurt.",
    });
    site = await startSite(archive.path);
    const { statements } = await site.json<ListJson>("/statements.json");
    ferry = statements[0] as SummaryJson;
    road = statements[3] as SummaryJson;
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  it("is data with exactly the keys that are promised", async () => {
    const found = await site.json<StatementJson>(`${road.permalink}.json`);
    assert.deepEqual(Object.keys(found), KEYS.split(" "));
    assert.equal(
      found.text,
      "The road was closed this morning. It leads across the pass.\n\nNobody was hurt.",
    );
    assert.deepEqual(
      found.paragraphs.map(({ text }) => text),
      ["The road was closed this morning. It leads across the pass.", "Nobody was hurt."],
    );
    for (const { anchor, ...rest } of found.paragraphs) {
      assert.match(anchor, /^p-[0-9a-z]{8}$/);
      assert.deepEqual(Object.keys(rest), ["text"]);
    }
    assert.equal(found.revision, 2);
    assert.deepEqual(
      found.revisions.map(({ n, short, seenAt }) => [n, short, seenAt]),
      [
        [1, `/s/${road.id}@1`, IMPORTED_AT],
        [2, `/s/${road.id}@2`, IMPORTED_AT],
      ],
    );
    assert.deepEqual(
      Object.keys(found.revisions[0] ?? {}),
      "n short seenAt sha256 note gone".split(" "),
    );
    assert.deepEqual(Object.keys(found.source), "file sha256 importedAt".split(" "));
    assert.equal(found.source.file, "1.txt");
    assert.match(found.source.sha256, /^[0-9a-f]{64}$/);
  });

  it("is data that say what the page does of its source, its rights and its tags", async () => {
    const { url, rights, tags, format } = await site.json<StatementJson>(`${ferry.permalink}.json`);
    assert.deepEqual(
      [url, rights, tags, format],
      ["https://example.org/ferry", null, [], "markdown"],
    );
  });

  it("is its text, and of a Markdown statement its Markdown", async () => {
    const text = await (await site.get(`${ferry.permalink}.txt`)).text();
    assert.equal(text, "The **ferry** runs again.\n\n- daily\n- at six");
  });

  it("is a page that carries its permanent address", async () => {
    const page = await (await site.get(road.permalink)).text();
    assert.ok(page.includes(`<link rel="canonical" href="${site.url}${road.permalink}">`));
    assert.ok(page.includes(`${site.url}/s/${road.id}`));
  });

  it("is led to from its short address, which stays the one to keep", async () => {
    for (const ending of ["", ".json", ".txt"]) {
      const response = await site.get(`/s/${road.id}${ending}?utm_source=a`);
      assert.equal(response.status, 302);
      assert.equal(response.headers.get("location"), `${road.permalink}${ending}?utm_source=a`);
      assert.equal(response.headers.get("cache-control"), "no-cache");
    }
  });

  it("is led to from another slug and another real day", async () => {
    for (const path of [
      `/2022/12/12/${road.id}`,
      `/2022/12/12/another-slug-${road.id}`,
      `/1999/01/01/x-${road.id}`,
    ]) {
      const response = await site.get(`${path}.json?gclid=1`);
      assert.equal(response.status, 301, path);
      assert.equal(response.headers.get("location"), `${road.permalink}.json?gclid=1`);
    }
  });

  it("keeps each of its wordings", async () => {
    const first = await site.json<StatementJson>(`/s/${road.id}@1.json`);
    assert.deepEqual(Object.keys(first), KEYS.split(" "));
    assert.equal(first.revision, 1);
    assert.match(first.text, /over the pass/);
    assert.match(await (await site.get(`/s/${road.id}@1.txt`)).text(), /over the pass/);
    assert.match(await (await site.get(`/s/${road.id}@1`)).text(), /over the pass/);
    assert.match(await (await site.get(`/s/${road.id}@2`)).text(), /across the pass/);
  });

  it("has no other wordings", async () => {
    for (const n of [
      "0",
      "3",
      "01",
      "1.5",
      "-1",
      "x",
      "99999999999999999999",
      "9007199254740993",
    ]) {
      const response = await site.get(`/s/${road.id}@${n}`);
      assert.equal(response.status, 404, n);
    }
  });

  it("moves with its date, and its earlier address leads to the new one", async () => {
    const own = await openTestArchive({ "a.txt": " date 2020-05-05 The gate was opened at nine." });
    const moved = await startSite(own.path);
    const [before] = (await moved.json<ListJson>("/statements.json")).statements;
    await own.import({ "a.txt": " date 2020-05-06 The gate was opened at nine." });
    const [now] = (await moved.json<ListJson>("/statements.json")).statements;
    assert.equal(now?.id, before?.id);
    assert.equal(now?.date, "2020-05-06");
    const response = await moved.get(before?.permalink ?? "");
    assert.equal(response.status, 301);
    assert.equal(response.headers.get("location"), now?.permalink);
    assert.equal(response.headers.get("cache-control"), "no-cache", "it may move back");
    await moved.close();
    await own.close();
  });

  it("that never was is a 404", async () => {
    for (const path of ["/s/0123456789", "/s/x", "/2023/01/27/x-0123456789", "/2023/01/27/x"]) {
      for (const ending of ["", ".json", ".txt"]) {
        assert.equal((await site.get(path + ending)).status, 404, path + ending);
      }
    }
  });
});
