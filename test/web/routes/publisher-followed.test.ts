import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { ChangesJson } from "../../../src/formats/changes.ts";
import type { CheckJson } from "../../../src/formats/check-json.ts";
import type { ListJson } from "../../../src/formats/list-json.ts";
import { correctStatement } from "../../../src/publishing/correct-statement.ts";
import { restoreStatement } from "../../../src/publishing/restore-statement.ts";
import { undoRun } from "../../../src/publishing/undo-run.ts";
import { withdrawStatement } from "../../../src/publishing/withdraw-statement.ts";
import { ACT, givenFile, IMPORTED_AT } from "../../publishing/support.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
import { startSite, type TestSite } from "../../support/site.ts";

const ROAD = "date 2023-01-27 BAKU, January 27 – TASS. The road is closed.\n";
const BRIDGE = "date 2023-01-28 The bridge is closed.\n";
const FERRY = "date 2023-01-29 The ferry is closed.\n";
const TUNNEL = "date 2023-01-30 The tunnel is closed.\n";

/** The acts are done on days of June: when one begins, which the record says, and when readers see it, which has the order of changes. */
const begun = (day: number) => `2024-06-0${day}T08:00:00Z`;
const on = (day: number) => `2024-06-0${day}T08:09:10Z`;
const act = (day: number) => ({ ...ACT, at: begun(day), now: () => on(day) });

/** One archive, in which the publisher does one thing after the other: each test goes on from where the one before ended. */
describe("everything that leaves the site", () => {
  let archive: TestArchive;
  let site: TestSite;
  let road: string;
  let bridge: string;
  let ferry: string;
  let addresses: Map<string, string>;
  /** What a harvester of every act holds, by id. */
  const kept = new Map<string, string>();

  before(async () => {
    archive = await openTestArchive();
    const report = await archive.import({ "a.txt": ROAD, "b.txt": BRIDGE, "c.txt": FERRY });
    [road = "", bridge = "", ferry = ""] = report.entries.map(({ id }) => id as string);
    addresses = new Map(report.entries.map(({ id, permalink }) => [id ?? "", permalink ?? ""]));
    site = await startSite(archive.store);
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  const body = async (path: string) => (await site.get(path)).text();
  const pageOf = async (id: string, ending = "") => {
    const to = (await site.get(`/s/${id}`)).headers.get("location");
    return body(`${to}${ending}`);
  };

  /** The entries of an Atom feed by what stands behind `/s/` in their ids. */
  async function entries(path: string) {
    const xml = await body(path);
    const one = (entry: string, name: string) =>
      new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(entry)?.[1] ?? "";
    const found = [...xml.matchAll(/<entry[\s\S]*?<\/entry>/g)].map(([entry]) => ({
      id: one(entry, "id").replace(`${site.url}/s/`, ""),
      title: one(entry, "title"),
      updated: one(entry, "updated"),
      content: one(entry, "content"),
    }));
    return new Map(found.map((entry) => [entry.id, entry]));
  }

  /** Each deleted entry of an Atom feed as `id instant reason`. */
  async function deleted(path: string) {
    const xml = await body(path);
    const tombstones = xml.matchAll(
      /<at:deleted-entry ref="[^"]*\/s\/([^"]*)" when="([^"]*)">\s*<at:comment>([^<]*)</g,
    );
    return [...tombstones].map(([, id, when, reason]) => `${id} ${when} ${reason}`);
  }

  /** What a harvester is given of the changes from that instant on: each record as `id datestamp`, with `deleted` behind it. */
  async function harvested(from: string, until: string | null = null) {
    const bounds = `from=${from}${until === null ? "" : `&until=${until}`}`;
    const xml = await body(`/oai?verb=ListRecords&metadataPrefix=oai_dc&${bounds}`);
    const records = [...xml.matchAll(/<record>[\s\S]*?<\/record>/g)].map(([record]) => {
      const [, status = ""] = /<header( status="deleted")?>/.exec(record) ?? [];
      assert.equal(record.includes("<metadata>"), status === "", record);
      const [, id] = /<identifier>oai:[^<]*:([^<:]*)<\/identifier>/.exec(record) ?? [];
      const [, datestamp] = /<datestamp>([^<]*)</.exec(record) ?? [];
      const written = `${id} ${datestamp}${status === "" ? "" : " deleted"}`;
      kept.set(id ?? "", written);
      return written;
    });
    return records;
  }

  /** The instants of the year's sitemap by id. */
  async function sitemap() {
    const xml = await body("/sitemap/2023.xml");
    const listed = xml.matchAll(/<loc>[^<]*?([0-9a-z]{10})<\/loc><lastmod>([^<]*)</g);
    return Object.fromEntries([...listed].map(([, id, at]) => [id, at]));
  }

  it("has statements as they came before the publisher does anything", async () => {
    assert.equal((await entries("/statements.atom")).get(bridge)?.updated, IMPORTED_AT);
    assert.equal((await harvested(IMPORTED_AT)).length, 3);
    assert.equal((await entries("/changes.atom")).size, 0);
    assert.deepEqual(await sitemap(), {
      [road]: IMPORTED_AT,
      [bridge]: IMPORTED_AT,
      [ferry]: IMPORTED_AT,
    });
    for (const ending of ["bib", "ris", "csl.json", "csv", "txt", "json"]) {
      const path = `/statements.${ending}`;
      if (ending === "csv") assert.match(await body(path), /,text,withdrawn\r\n/);
      else assert.doesNotMatch(await body(path), /Withdrawn/);
    }
    assert.doesNotMatch(await pageOf(bridge), /[Ww]ithdrawn/);
  });

  describe("once a statement is withdrawn and stays readable", () => {
    before(() =>
      withdrawStatement(
        archive.store,
        { id: bridge, reason: "It was & is open.", keepText: true },
        act(1),
      ),
    );

    it("says so in every feed, with the reason and the words", async () => {
      for (const path of ["/statements.atom", "/2023/01/28.atom", "/statements.atom?q=bridge"]) {
        const entry = (await entries(path)).get(bridge);
        assert.equal(entry?.title, "Withdrawn: The bridge is closed");
        assert.equal(entry?.updated, on(1));
        assert.match(entry?.content ?? "", /Withdrawn.*1 June 2024.*It was &amp;amp; is open\./);
        assert.match(entry?.content ?? "", /The bridge is closed\./);
        assert.deepEqual(await deleted(path), []);
      }
      const [, entry] = [...(await entries("/changes.atom"))][0] ?? [];
      assert.equal(entry?.id, `${bridge}#withdrawn-${on(1)}`);
      assert.equal(entry?.title, "Withdrawn: The bridge is closed");
      const { changes } = await site.json<ChangesJson>("/changes.json");
      assert.deepEqual(
        changes.map(({ id, kind, note, at }) => [id, kind, note, at]),
        [[bridge, "withdrawn", "It was & is open.", on(1)]],
      );
      for (const ending of ["rss", "feed.json"])
        assert.match(await body(`/statements.${ending}`), /Withdrawn: The bridge is closed/);
    });

    it("is deleted for harvesters, who meet that once", async () => {
      assert.deepEqual(await harvested(on(1)), [`${bridge} ${on(1)} deleted`]);
      assert.equal((await harvested(IMPORTED_AT, IMPORTED_AT)).length, 2);
    });

    it("changes its page in the sitemap, and no other", async () => {
      assert.deepEqual(await sitemap(), {
        [road]: IMPORTED_AT,
        [bridge]: on(1),
        [ferry]: IMPORTED_AT,
      });
      assert.equal(
        (await site.get(addresses.get(bridge) ?? "")).headers.get("last-modified"),
        new Date(begun(1)).toUTCString(),
      );
    });

    it("is marked in every list that is data", async () => {
      assert.match(
        await body("/statements.txt"),
        new RegExp(
          `The bridge is closed\\n +http\\S+${bridge}\\n +Withdrawn ${begun(1)}: It was & is`,
        ),
      );
      assert.match(await body("/statements.txt?limit=all"), /Withdrawn 2024-06-01T08:00:00Z/);
      const rows = (await body("/statements.csv?sort=oldest")).split("\r\n");
      assert.deepEqual(
        rows.slice(0, 4).map((row) => row.slice(row.lastIndexOf(",") + 1)),
        ["withdrawn", "", begun(1), ""],
      );
      for (const limit of ["100", "all"]) {
        const { statements } = await site.json<ListJson>(
          `/statements.json?sort=oldest&limit=${limit}`,
        );
        const reason = "It was & is open.";
        assert.deepEqual(
          statements.map(({ withdrawn }) => withdrawn),
          [null, { at: begun(1), reason }, null],
        );
      }
    });

    it("is cited as withdrawn, in files and in every style", async () => {
      const files: [ending: string, says: RegExp][] = [
        ["bib", /^ {2}note {9}= \{Withdrawn 2024-06-01\},$/m],
        ["ris", /^N1 {2}- Revision 1, withdrawn 2024-06-01\r$/m],
        ["csl.json", /"note": ?"Withdrawn 2024-06-01"/],
      ];
      for (const [ending, says] of files) {
        assert.match(await pageOf(bridge, `.${ending}`), says);
        assert.match(await body(`/s/${bridge}@1.${ending}`), says);
        assert.equal((await body(`/statements.${ending}`)).match(/withdrawn/gi)?.length, 1);
      }
      const html = await pageOf(bridge);
      assert.match(html, /January 28, 2023, revision 1, withdrawn June 1, 2024, http/);
      assert.match(html, /\(Revision 1, withdrawn June 1, 2024\)\. /);
      assert.match(html, /@1\. Withdrawn 1 June 2024\./);
      assert.match(html, /\|version=Revision 1, withdrawn 1 June 2024 \|/);
      assert.match(html, /28 January 2023, withdrawn 1 June 2024\. http/);
    });

    it("tells machines that read its page, and stays to be found", async () => {
      const html = await pageOf(bridge);
      assert.match(html, /<title>Withdrawn: The bridge is closed/);
      assert.match(html, /<meta name="DC\.title" content="Withdrawn: The bridge is closed"/);
      assert.match(html, /<meta property="og:title" content="Withdrawn: The bridge is closed"/);
      assert.match(html, /"creativeWorkStatus":"Withdrawn"/);
      assert.match(html, new RegExp(`"dateModified":"${begun(1)}"`));
      assert.doesNotMatch(html, /<meta name="robots"/);
      const links = (await site.get(addresses.get(bridge) ?? "")).headers.get("link") ?? "";
      assert.match(links, new RegExp(`<${site.url}/s/${bridge}>; rel="cite-as"`));
    });

    it("says so where a quotation is found in it", async () => {
      const { matches } = await site.json<CheckJson>("/check.json?quote=The+bridge+is+closed");
      assert.deepEqual(matches[0]?.withdrawn, { at: begun(1), reason: "It was & is open." });
      assert.match(await body("/check.txt?quote=The+bridge+is+closed"), /Withdrawn 2024-06-01/);
      assert.match(await body("/check?quote=The+bridge+is+closed"), />withdrawn 1 June 2024</);
    });
  });

  describe("once a withdrawn statement is corrected", () => {
    before(async () => {
      const file = await givenFile(archive, "bridge.txt", BRIDGE.replace("closed", "shut"));
      await correctStatement(archive.store, { id: bridge, file, note: "A word." }, act(2));
    });

    it("says in feeds when it was withdrawn, and what was corrected and when", async () => {
      const entry = (await entries("/statements.atom")).get(bridge);
      assert.equal(entry?.title, "Withdrawn: The bridge is shut");
      assert.equal(entry?.updated, on(2));
      assert.match(entry?.content ?? "", /Withdrawn&lt;\/strong&gt;, [^,]*1 June 2024/);
      assert.match(entry?.content ?? "", /Revised&lt;\/strong&gt;, [^,]*2 June 2024.*A word\./);
      const change = (await entries("/changes.atom")).get(`${bridge}@2`);
      assert.equal(change?.title, "Revised, still withdrawn: The bridge is shut");
      assert.match(await body("/changes"), /Revised, still withdrawn/);
      assert.match(await body("/changes.txt"), /revised, still withdrawn/);
    });

    it("stays deleted for harvesters, with another datestamp, and the sitemap follows", async () => {
      assert.deepEqual(await harvested(on(2)), [`${bridge} ${on(2)} deleted`]);
      assert.deepEqual(await harvested(on(1), on(1)), []);
      assert.equal((await sitemap())[bridge], on(2));
    });

    it("tells machines what was corrected", async () => {
      assert.match(
        await pageOf(bridge),
        /"correction":\[\{"@type":"CorrectionComment","text":"A word\."/,
      );
      assert.match(await body(`/s/${bridge}@1.bib`), /Withdrawn 2024-06-01/);
    });
  });

  describe("once it is restored", () => {
    before(() =>
      restoreStatement(archive.store, { id: bridge, file: null, reason: "It was true." }, act(3)),
    );

    it("brings it back to feeds, later than all before, with the reason", async () => {
      const entry = (await entries("/statements.atom")).get(bridge);
      assert.deepEqual([entry?.title, entry?.updated], ["The bridge is shut", on(3)]);
      assert.match(entry?.content ?? "", /Restored&lt;\/strong&gt;, .*3 June 2024.*It was true\./);
      assert.doesNotMatch(entry?.content ?? "", /Withdrawn/);
      const changes = await entries("/changes.atom");
      assert.equal(
        changes.get(`${bridge}#restored-${on(3)}`)?.title,
        "Restored: The bridge is shut",
      );
    });

    it("brings it back to harvesters, the sitemap, lists and citations", async () => {
      assert.deepEqual(await harvested(on(3)), [`${bridge} ${on(3)}`]);
      assert.equal((await sitemap())[bridge], on(3));
      for (const ending of ["txt", "bib", "ris", "csl.json"])
        assert.doesNotMatch(await body(`/statements.${ending}`), /withdrawn/i);
      assert.doesNotMatch(await body("/statements.csv"), /2024-06-01/);
      const html = await pageOf(bridge);
      assert.doesNotMatch(html, /Withdrawn:|creativeWorkStatus|, withdrawn/);
      assert.match(html, new RegExp(`"dateModified":"${begun(3)}"`));
    });
  });

  describe("once a statement is withdrawn with its words", () => {
    before(() =>
      withdrawStatement(archive.store, { id: road, reason: "A <court>.", keepText: false }, act(4)),
    );

    it("is a deleted entry of every feed of a list that held it, and an entry of the changes", async () => {
      const tombstone = `${road} ${on(4)} A &lt;court&gt;.`;
      for (const path of ["/statements.atom", "/2023/01/27.atom", "/statements.atom?agency=TASS"]) {
        assert.equal((await entries(path)).has(road), false);
        assert.deepEqual(await deleted(path), [tombstone], path);
      }
      assert.match(await body("/2023/01/27.atom"), new RegExp(`<updated>${on(4)}</updated>`));
      const entry = (await entries("/changes.atom")).get(`${road}#withdrawn-${on(4)}`);
      assert.equal(entry?.title, "Withdrawn: a statement of 27 January 2023");
      assert.match(entry?.content ?? "", /A &amp;lt;court&amp;gt;\./);
      for (const ending of ["atom", "rss", "feed.json"]) {
        assert.doesNotMatch(await body(`/statements.${ending}`), /road is closed/);
        assert.match(await body(`/changes.${ending}`), /a statement of 27 January 2023/);
      }
    });

    it("is deleted for harvesters, by its sets too, and is in no sitemap, list or citation", async () => {
      assert.deepEqual(await harvested(on(4)), [`${road} ${on(4)} deleted`]);
      const set = await body("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc&set=agency:tass");
      assert.match(set, new RegExp(`status="deleted">\\s*<identifier>[^<]*${road}<`));
      assert.deepEqual(Object.keys(await sitemap()), [bridge, ferry]);
      for (const ending of ["txt", "csv", "json", "bib", "ris", "csl.json"])
        assert.ok(!(await body(`/statements.${ending}`)).includes(road), ending);
    });

    it("answers 410 at each of its addresses, in every form, also to HEAD", async () => {
      const page = addresses.get(road) ?? "";
      const endings = ["", ".json", ".txt", ".bib", ".ris", ".csl.json", ".csv", ".atom"];
      for (const address of [page, `/s/${road}`, `/s/${road}@1`]) {
        for (const ending of endings) {
          const response = await site.raw(`${address}${ending}`);
          assert.equal(response.status, 410, `${address}${ending}`);
          assert.ok(response.body.includes("court"), `${address}${ending}`);
          assert.ok(!response.body.includes("road is closed"));
          const type = /json$/.test(ending)
            ? "application/problem+json"
            : ending === ""
              ? "text/html"
              : "text/plain";
          assert.equal(response.headers["content-type"], `${type}; charset=utf-8`);
          assert.equal(response.headers["last-modified"], undefined);
          const head = await site.raw(`${address}${ending}`, "HEAD");
          assert.deepEqual([head.status, head.body], [410, ""]);
          assert.equal(head.headers["content-type"], response.headers["content-type"]);
        }
      }
      const compare = await site.get(`/s/${road}/compare.json?from=1&to=2`);
      assert.equal(compare.status, 410);
      assert.match(await body(page), /<meta name="robots" content="noindex">/);
    });
  });

  describe("once its words are given again", () => {
    before(async () => {
      const file = await givenFile(archive, "road.txt", ROAD);
      await restoreStatement(archive.store, { id: road, file, reason: null }, act(5));
    });

    it("is an entry again, later than the deleted one, and stays where it stood", async () => {
      const entry = (await entries("/statements.atom")).get(road);
      assert.equal(entry?.updated, on(5));
      assert.deepEqual(await deleted("/statements.atom"), []);
      assert.equal(
        (await entries("/changes.atom")).get(`${road}#restored-${on(5)}`)?.title,
        "Restored: The road is closed",
      );
      assert.deepEqual(await harvested(on(5)), [`${road} ${on(5)}`]);
      assert.deepEqual(await harvested(on(4), on(4)), []);
      assert.equal((await sitemap())[road], on(5));
      assert.equal((await site.get(addresses.get(road) ?? "")).status, 200);
      assert.match(await pageOf(road, ".ris"), /N1 {2}- Revision 1\r/);
    });
  });

  describe("once a correction has a note", () => {
    before(async () => {
      const file = await givenFile(archive, "ferry.txt", FERRY.replace("closed", "full"));
      await correctStatement(archive.store, { id: ferry, file, note: "Not closed." }, act(6));
    });

    it("has the note in feeds, and its instant everywhere", async () => {
      const entry = (await entries("/statements.atom")).get(ferry);
      assert.equal(entry?.updated, on(6));
      assert.match(entry?.content ?? "", /Revised&lt;\/strong&gt;, .*6 June 2024.*Not closed\./);
      assert.match(entry?.content ?? "", /compare\?from=1&amp;amp;to=2/);
      const change = (await entries("/changes.atom")).get(`${ferry}@2`);
      assert.equal(change?.title, "Revised: The ferry is full");
      assert.deepEqual(await harvested(on(6)), [`${ferry} ${on(6)}`]);
      assert.equal((await sitemap())[ferry], on(6));
    });
  });

  describe("once an import is undone", () => {
    let tunnel: string;
    before(async () => {
      const files = { "c.txt": FERRY.replace("closed", "sunk"), "d.txt": TUNNEL };
      const { entries: reported } = await archive.import(files, on(7));
      tunnel = reported.find(({ file }) => file === "d.txt")?.id ?? "";
      const [{ number: run = 0 } = {}] = await archive.store.runs();
      await undoRun(archive.store, { run, reason: "Drafts." }, act(8));
    });

    it("takes what it added out of feeds, harvests and sitemap, and says again what it changed", async () => {
      assert.deepEqual(await deleted("/statements.atom"), [`${tunnel} ${on(8)} Drafts.`]);
      const entry = (await entries("/statements.atom")).get(ferry);
      assert.deepEqual([entry?.title, entry?.updated], ["The ferry is full", on(8)]);
      assert.match(entry?.content ?? "", /Revised.*8 June 2024.*Drafts\./);
      assert.deepEqual((await harvested(on(7))).toSorted(), [
        ...[`${ferry} ${on(8)}`, `${tunnel} ${on(8)} deleted`].toSorted(),
      ]);
      const listed = await sitemap();
      assert.equal(listed[ferry], on(8));
      assert.ok(!(tunnel in listed));
      for (const ending of ["", ".json", ".bib"])
        assert.equal((await site.get(`/s/${tunnel}@1${ending}`)).status, 410);
    });

    it("gives a harvester of every act what one finds who comes only now", async () => {
      const known = [...kept.values()].toSorted();
      assert.deepEqual(known, (await harvested(IMPORTED_AT)).toSorted());
    });
  });
});
