import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { CslItem } from "../../../src/formats/citations/csl-json.ts";
import type { ListJson } from "../../../src/formats/list-json.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
import { manyFiles } from "../../support/example-files.ts";
import { startSite, type TestSite } from "../../support/site.ts";

describe("the citation of a statement", () => {
  let archive: TestArchive;
  let site: TestSite;
  let permalink: string;
  let short: string;
  before(async () => {
    archive = await openTestArchive({
      "a.txt": " date 2020-05-05 OSLO, May 5 – NTB. The gate was opened at nine. It stays open.",
    });
    await archive.import({
      "a.txt": " date 2020-05-05 OSLO, May 5 – NTB. The gate was opened at ten. It stays open.",
    });
    site = await startSite(archive.path);
    ({ permalink = "", short = "" } =
      (await site.json<ListJson>("/statements.json")).statements[0] ?? {});
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  for (const [ending, type, opening] of [
    ["bib", "application/x-bibtex; charset=utf-8", "@online{dateline-"],
    ["ris", "application/x-research-info-systems; charset=utf-8", "TY  - ELEC\r\n"],
    ["csl.json", "application/vnd.citationstyles.csl+json; charset=utf-8", '[{"id":"dateline-'],
  ] as const) {
    it(`stands beside it as .${ending}, and is linked to`, async () => {
      const response = await site.get(`${permalink}.${ending}`);
      assert.equal(response.headers.get("content-type"), type);
      assert.ok((await response.text()).startsWith(opening));
      const page = await (await site.get(permalink)).text();
      const link = `<link rel="alternate" type="${type.split(";")[0]}" title="`;
      assert.ok(page.includes(link) && page.includes(`href="${permalink}.${ending}"`));
    });
  }

  it("names the revision that it stands beside", async () => {
    const items = async (path: string) => (await site.json<CslItem[]>(path))[0];
    const present = await items(`${permalink}.csl.json`);
    assert.deepEqual(
      [present?.title, present?.version, present?.URL],
      ["[The gate was opened at ten]", "revision 2", `${site.url}${short}@2`],
    );
    const first = await items(`${short}@1.csl.json`);
    assert.deepEqual(
      [first?.title, first?.version, first?.URL],
      ["[The gate was opened at nine]", "revision 1", `${site.url}${short}@1`],
    );
  });

  it("is found from the short address, too", async () => {
    const response = await site.get(`${short}.ris`);
    assert.deepEqual(
      [response.status, response.headers.get("location")],
      [302, `${permalink}.ris`],
    );
  });
});

describe("the citations of a list", () => {
  let archive: TestArchive;
  let site: TestSite;
  before(async () => {
    archive = await openTestArchive(manyFiles(1001, 500));
    site = await startSite(archive.path);
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  const items = (path: string) => site.json<CslItem[]>(path);
  const textOf = async (path: string) => (await site.get(path)).text();

  it("are all of its statements, in its order, whatever stands on one page", async () => {
    const cited = await items("/2021/01/02.csl.json");
    assert.equal(cited.length, 500);
    const { statements } = await site.json<ListJson>("/2021/01/02.json?limit=all");
    assert.deepEqual(
      cited.map(({ URL }) => URL),
      statements.map(({ short }) => `${site.url}${short}@1`),
    );
    assert.equal((await textOf("/2021/01/02.bib")).match(/^@online\{/gm)?.length, 500);
    assert.equal((await textOf("/2021/01/02.ris")).match(/^TY {2}- ELEC\r$/gm)?.length, 500);
  });

  it("are those that pass the filter, up to 1,000", async () => {
    assert.equal((await items("/statements.csl.json?to=2021-01-02")).length, 1000);
    const [found, ...others] = await items('/statements.csl.json?q="statement+number+7"');
    assert.deepEqual([found?.title, others], ["[Statement number 7 was made that day]", []]);
    assert.deepEqual(await items("/statements.csl.json?agency=nobody"), []);
    assert.equal(await textOf("/2020.bib"), "");
  });

  it("go on from the place in the address", async () => {
    const { statements, next } = await site.json<ListJson>("/2021/01/02.json");
    const rest = await items((next ?? "").replace(".json", ".csl.json"));
    assert.equal(rest.length, 500 - statements.length);
  });

  for (const path of ["/statements", "/2021", "/2021/01"]) {
    it(`are refused of ${path}, which holds more than 1,000, with their number and a way on`, async () => {
      const response = await site.get(`${path}.csl.json`);
      assert.equal(response.status, 400);
      const { detail } = (await response.json()) as { detail: string };
      assert.match(detail, /^1,001 statements are too many.*1,000 at most.*Narrow the list/s);
      const text = await textOf(`${path}.bib`);
      assert.match(text, /^1,001 statements are too many/);
      assert.doesNotMatch(await textOf(path), /\.(?:bib|ris|csl\.json)"/);
    });
  }

  it("are linked to where there are no more than 1,000", async () => {
    const page = await textOf("/2021/01/02");
    for (const ending of ["bib", "ris", "csl.json"]) {
      assert.ok(page.includes(`<a href="/2021/01/02.${ending}"`));
    }
  });
});
