import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { StatementJson } from "../../../src/formats/statement-json.ts";
import { correctStatement } from "../../../src/publishing/correct-statement.ts";
import { restoreStatement } from "../../../src/publishing/restore-statement.ts";
import { withdrawStatement } from "../../../src/publishing/withdraw-statement.ts";
import { ACT, givenFile } from "../../publishing/support.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
import { startSite, type TestSite } from "../../support/site.ts";

const HOSTILE = '<img src=x onerror="alert(1)"> & “so” \u202e';

describe("what the publisher did", () => {
  let archive: TestArchive;
  let site: TestSite;
  let ids: string[];
  let addresses: string[];

  before(async () => {
    archive = await openTestArchive({
      "a.txt": "date 2023-01-27 BAKU, January 27 – TASS. The road is closed.\n",
      "b.txt": "date 2023-01-28 The bridge is closed.\n",
      "c.txt": "date 2023-01-28 The ferry is closed.\n",
      "d.txt": "date 2023-01-30 The tunnel is closed.\n",
    });
    const { entries } = await archive.import({});
    ids = entries.map(({ id }) => id as string);
    addresses = entries.map(({ permalink }) => permalink as string);
    const [gone, kept, corrected, back] = ids as [string, string, string, string];
    await withdrawStatement(archive.store, { id: gone, reason: HOSTILE, keepText: false }, ACT);
    await withdrawStatement(archive.store, { id: kept, reason: HOSTILE, keepText: true }, ACT);
    const ferry = await givenFile(archive, "ferry.txt", "date 2023-02-03 The ferry is open.\n");
    await correctStatement(archive.store, { id: corrected, file: ferry, note: HOSTILE }, ACT);
    await withdrawStatement(archive.store, { id: back, reason: HOSTILE, keepText: false }, ACT);
    const tunnel = await givenFile(archive, "tunnel.txt", "date 2023-01-30 The tunnel is open.\n");
    await restoreStatement(archive.store, { id: back, file: tunnel, reason: "Mended." }, ACT);
    site = await startSite(archive.store);
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  const page = async (address: string) => {
    const response = await site.get(address);
    const html = await response.text();
    assert.doesNotMatch(html, /<img/);
    return { status: response.status, html };
  };

  it("is told with day, reason and instant at every address of a statement whose words are gone", async () => {
    for (const address of [
      addresses[0],
      `/s/${ids[0]}`,
      `/s/${ids[0]}@1`,
      `/2023/01/27/${ids[0]}`,
    ]) {
      const { status, html } = await page(address as string);
      assert.equal(status, 410);
      assert.match(html, /A statement of 27 January 2023 was here/);
      assert.match(html, /&lt;img src=x/);
      assert.match(html, /datetime="2024-06-07T08:09:10Z"/);
      assert.match(html, /TASS/);
      assert.doesNotMatch(html, /road/);
    }
  });

  it("is data, too", async () => {
    const response = await site.get(`${addresses[0]}.json`);
    assert.equal(response.status, 410);
    const { gone, detail } = (await response.json()) as { gone: object; detail: string };
    assert.deepEqual(gone, {
      id: ids[0],
      date: "2023-01-27",
      reason: HOSTILE,
      removedAt: ACT.at,
      agency: "TASS",
    });
    assert.ok(detail.includes(HOSTILE));
    const text = await site.get(`/s/${ids[0]}.txt`);
    assert.deepEqual([text.status, (await text.text()).includes(HOSTILE)], [410, true]);
  });

  it("leaves no trace of it in lists, sitemap and search", async () => {
    for (const address of ["/statements", "/2023", "/sitemap/2023.xml", "/statements?q=road"]) {
      assert.ok(!(await page(address)).html.includes(ids[0] as string), address);
    }
    assert.match((await page("/2023/01/27")).html, /28 January/);
  });

  it("marks a withdrawn statement whose words stay, on its page and in every list", async () => {
    const { status, html } = await page(addresses[1] as string);
    assert.equal(status, 200);
    assert.match(html, /<b>Withdrawn<\/b> on <time/);
    assert.match(html, /The bridge is closed/);
    assert.match((await page("/2023/01/28")).html, /withdrawn 7 June 2024/);
    const { withdrawn, events } = await site.json<StatementJson>(`${addresses[1]}.json`);
    assert.deepEqual(withdrawn, { at: ACT.at, reason: HOSTILE });
    assert.deepEqual(events, [{ kind: "withdrawn", at: ACT.at, reason: HOSTILE }]);
  });

  it("shows the note of a correction over its words, over the wording before, in the comparison and in the data", async () => {
    const [, , id] = ids;
    assert.equal((await site.get(addresses[2] as string)).status, 301);
    const now = (await site.get(`/s/${id}`)).headers.get("location") ?? "";
    assert.match(now, /^\/2023\/02\/03\//);
    assert.match((await page(now)).html, /<b>Corrected<\/b> on <time.*&lt;img/);
    assert.match((await page(`/s/${id}@1`)).html, /<b>Corrected since<\/b> on <time.*&lt;img/);
    const compared = await page(`/s/${id}/compare?from=1&to=2`);
    assert.match(compared.html, /Revision 2, corrected: <q[^>]*>&lt;img/);
    const { revisions } = await site.json<StatementJson>(`${now}.json`);
    assert.deepEqual(
      revisions.map(({ note }) => note),
      [null, HOSTILE],
    );
  });

  it("tells that one wording is gone, and leads to the present one", async () => {
    const [, , , id] = ids;
    const { status, html } = await page(`/s/${id}@1`);
    assert.equal(status, 410);
    assert.match(html, /Revision 1 of a statement of 30 January 2023 was here/);
    assert.match(html, /Its present wording/);
    const now = await page((await site.get(`/s/${id}`)).headers.get("location") ?? "");
    assert.match(now.html, /Revision 1 \(its words are gone\)/);
    assert.doesNotMatch(now.html, /Compare the two/);
    assert.equal((await page(`/s/${id}/compare?from=1&to=2`)).status, 410);
    assert.equal((await page(`/s/${id}@3`)).status, 404);
  });
});
