import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { CslItem } from "../../../src/formats/citations/csl-json.ts";
import type { ListJson } from "../../../src/formats/list-json.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
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
