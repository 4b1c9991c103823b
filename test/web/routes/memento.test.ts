import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { ListJson } from "../../../src/formats/list-json.ts";
import { restoreStatement } from "../../../src/publishing/restore-statement.ts";
import { withdrawStatement } from "../../../src/publishing/withdraw-statement.ts";
import { ACT, givenFile } from "../../publishing/support.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
import { startSite, type TestSite } from "../../support/site.ts";

/** When each wording of the road came; the fourth in the same second as the third. */
const CAME = [
  "2024-01-10T10:00:00Z",
  "2024-02-20T20:00:00Z",
  "2024-03-30T23:30:00Z",
  "2024-03-30T23:30:00Z",
] as const;
const CAME_HTTP = [
  "Wed, 10 Jan 2024 10:00:00 GMT",
  "Tue, 20 Feb 2024 20:00:00 GMT",
  "Sat, 30 Mar 2024 23:30:00 GMT",
  "Sat, 30 Mar 2024 23:30:00 GMT",
] as const;
const WORDS = ["closed", "closed till noon", "half open", "open"] as const;
const FORMATS = ["json", "txt", "bib", "ris", "csl.json"];

interface Linked {
  href: string;
  rel: string[];
  datetime: string | null;
}

/** Of a `Link` header or a TimeMap, without regard to order and to white space between links. */
function linksIn(text: string): Linked[] {
  return [...text.matchAll(/<([^>]*)>((?:\s*;\s*\w+="[^"]*")*)/g)].map(
    ([, href = "", rest = ""]) => {
      const named = (name: string) => new RegExp(`; ${name}="([^"]*)"`).exec(rest)?.[1] ?? null;
      return { href, rel: (named("rel") ?? "").split(" "), datetime: named("datetime") };
    },
  );
}

function linked(links: readonly Linked[], ...rel: string[]): string {
  const found = links.filter((link) => rel.every((name) => link.rel.includes(name)));
  assert.equal(found.length, 1, rel.join(" "));
  return found[0]?.href ?? "";
}

describe("Memento", () => {
  let archive: TestArchive;
  let site: TestSite;
  let id: string;
  let page: string;
  before(async () => {
    archive = await openTestArchive();
    for (const [at, words] of WORDS.entries()) {
      const text = `date 2023-01-27 The road across the pass is ${words}.`;
      await archive.import({ "a.txt": text, "b.txt": "date 2023-01-28 A bridge." }, CAME[at]);
    }
    site = await startSite(archive.path);
    const { statements } = await site.json<ListJson>("/2023.json");
    id = statements[0]?.id ?? "";
    page = statements[0]?.permalink ?? "";
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  const gate = (when: string | null, ending = "", method = "GET") =>
    site.raw(
      `/timegate/s/${id}${ending}`,
      method,
      when === null ? {} : { "Accept-Datetime": when },
    );
  const header = async (address: string, method = "GET") =>
    linksIn(String((await site.raw(address, method)).headers.link));

  it("leads from a statement to the wording of an instant, as a client goes", async () => {
    const start = await header(page, "HEAD");
    assert.equal(linked(start, "original"), site.url + page);
    const wanted = "Fri, 01 Mar 2024 00:00:00 GMT";
    const asked = await fetch(linked(start, "timegate"), {
      method: "HEAD",
      redirect: "manual",
      headers: { "Accept-Datetime": wanted },
    });
    assert.equal(asked.status, 302);
    assert.equal(asked.headers.get("vary"), "accept-datetime");
    assert.equal(asked.headers.get("memento-datetime"), null);
    const memento = await fetch(new URL(asked.headers.get("location") ?? "", asked.url));
    assert.equal(memento.status, 200);
    assert.equal(memento.headers.get("memento-datetime"), CAME_HTTP[1]);
    assert.match(await memento.text(), /The road across the pass is closed till noon\./);
    const links = linksIn(memento.headers.get("link") ?? "");
    assert.equal(linked(links, "original"), site.url + page);
    assert.equal(linked(links, "timegate"), `${site.url}/timegate/s/${id}`);
    const map = await fetch(linked(links, "timemap"));
    assert.equal(map.headers.get("content-type"), "application/link-format");
    const listed = linksIn(await map.text()).filter(({ rel }) => rel.includes("memento"));
    assert.ok(
      listed.some(({ href, datetime }) => href === memento.url && datetime === CAME_HTTP[1]),
    );
  });

  for (const [when, n] of [
    ["Fri, 01 Jan 0001 00:00:00 GMT", null],
    ["Mon, 01 Jan 0001 00:00:00 GMT", 1],
    ["Wed, 10 Jan 2024 09:59:59 GMT", 1],
    [CAME_HTTP[0], 1],
    ["Tue, 20 Feb 2024 19:59:59 GMT", 1],
    [CAME_HTTP[1], 2],
    ["Sat, 30 Mar 2024 23:29:59 GMT", 2],
    [CAME_HTTP[2], 4],
    ["Fri, 31 Dec 9999 23:59:59 GMT", 4],
    [null, 4],
    ["", null],
    ["yesterday", null],
    ["2024-02-20T20:00:00Z", null],
    [`${CAME_HTTP[1]}, ${CAME_HTTP[1]}`, null],
    ["<script>alert(1)</script>", null],
    ["\u00ff".repeat(4000), null],
  ] as const) {
    it(`answers ${n ? `with wording ${n}` : "400"} to ${JSON.stringify(when)?.slice(0, 60)}`, async () => {
      for (const method of ["GET", "HEAD"]) {
        const { status, headers, body } = await gate(when, "", method);
        assert.equal(status, n ? 302 : 400);
        assert.equal(headers.location, n ? `/s/${id}@${n}` : undefined);
        assert.equal(headers.vary, "accept-datetime");
        assert.equal(headers["cache-control"], n ? "no-cache" : "no-store");
        assert.doesNotMatch(body, /<script>alert/);
        assert.ok(body.length < 20_000);
      }
    });
  }

  it("says at each wording since when it stood, on HEAD, when unchanged, and when kept", async () => {
    for (const [index, datetime] of CAME_HTTP.entries()) {
      for (const ending of ["", ...FORMATS.map((format) => `.${format}`)]) {
        const address = `/s/${id}@${index + 1}${ending}`;
        const first = await site.raw(address);
        const tag = { "If-None-Match": String(first.headers.etag) };
        const packed = { "Accept-Encoding": "br" };
        const answers = [
          first,
          await site.raw(address),
          await site.raw(address, "HEAD"),
          await site.raw(address, "GET", tag),
          await site.raw(address, "GET", packed),
        ];
        assert.deepEqual(
          answers.map(({ status }) => status),
          [200, 200, 200, 304, 200],
        );
        for (const { headers } of answers) {
          assert.equal(headers["memento-datetime"], datetime, address);
          assert.equal(headers.link, first.headers.link);
        }
      }
    }
  });

  it("says so of no statement, which may change", async () => {
    for (const ending of ["", ".txt", ".json"]) {
      assert.equal((await site.raw(page + ending)).headers["memento-datetime"], undefined);
    }
  });

  it("names the wordings beside each, and the first and the last", async () => {
    const rels = async (n: number) =>
      (await header(`/s/${id}@${n}`))
        .filter(({ rel }) => rel.includes("memento"))
        .map(({ href, rel, datetime }) => [href.split("@")[1], rel.join(" "), datetime]);
    assert.deepEqual(await rels(1), [
      ["1", "first memento", CAME_HTTP[0]],
      ["2", "next memento", CAME_HTTP[1]],
      ["4", "last memento", CAME_HTTP[3]],
    ]);
    assert.deepEqual(await rels(2), [
      ["1", "prev first memento", CAME_HTTP[0]],
      ["2", "memento", CAME_HTTP[1]],
      ["3", "next memento", CAME_HTTP[2]],
      ["4", "last memento", CAME_HTTP[3]],
    ]);
    assert.deepEqual(await rels(4), [
      ["1", "first memento", CAME_HTTP[0]],
      ["3", "prev memento", CAME_HTTP[2]],
      ["4", "last memento", CAME_HTTP[3]],
    ]);
  });

  it("lists every wording in the TimeMap, its own address and the span of time", async () => {
    assert.equal(
      await (await site.get(`/timemap/s/${id}`)).text(),
      [
        `<${site.url}${page}>; rel="original"`,
        `<${site.url}/timegate/s/${id}>; rel="timegate"`,
        `<${site.url}/timemap/s/${id}>; rel="self"; type="application/link-format"; from="${CAME_HTTP[0]}"; until="${CAME_HTTP[3]}"`,
        `<${site.url}/s/${id}@1>; rel="first memento"; datetime="${CAME_HTTP[0]}"`,
        `<${site.url}/s/${id}@2>; rel="memento"; datetime="${CAME_HTTP[1]}"`,
        `<${site.url}/s/${id}@3>; rel="memento"; datetime="${CAME_HTTP[2]}"`,
        `<${site.url}/s/${id}@4>; rel="last memento"; datetime="${CAME_HTTP[3]}"`,
      ]
        .join(",\n")
        .concat("\n"),
    );
    const tag = String((await site.raw(`/timemap/s/${id}`)).headers.etag);
    assert.equal((await site.raw(`/timemap/s/${id}`, "GET", { "If-None-Match": tag })).status, 304);
  });

  it("names the only wording of a statement as its first and its last", async () => {
    const other = (await site.json<ListJson>("/2023/01/28.json")).statements[0]?.id;
    for (const text of [
      await (await site.get(`/timemap/s/${other}`)).text(),
      (await site.get(`/s/${other}@1`)).headers.get("link") ?? "",
    ]) {
      const links = linksIn(text);
      assert.equal(linked(links, "memento"), `${site.url}/s/${other}@1`);
      assert.equal(linked(links, "first", "last"), `${site.url}/s/${other}@1`);
    }
  });

  it("is there for each format, and leads from format to the same format", async () => {
    for (const format of FORMATS) {
      const start = await header(`${page}.${format}`);
      assert.equal(linked(start, "original"), `${site.url}${page}.${format}`);
      assert.equal(linked(start, "timegate"), `${site.url}/timegate/s/${id}.${format}`);
      const { headers } = await gate(CAME_HTTP[0], `.${format}`);
      assert.equal(headers.location, `/s/${id}@1.${format}`);
      assert.equal(
        linked(await header(`/s/${id}@2.${format}`), "next"),
        `${site.url}/s/${id}@3.${format}`,
      );
    }
    for (const ending of [".csv", ".atom", ".x", "@1"]) {
      assert.equal((await gate(null, ending)).status, 404, ending);
      assert.equal((await site.get(`/timemap/s/${id}${ending}`)).status, 404, ending);
    }
  });

  it("leads to nothing that is an error", async () => {
    const seen = new Set<string>();
    const follow = async (address: string): Promise<void> => {
      if (seen.has(address)) return;
      seen.add(address);
      const answer = await fetch(address);
      assert.equal(answer.status, 200, address);
      const isMap = answer.headers.get("content-type") === "application/link-format";
      const text = isMap ? await answer.text() : (answer.headers.get("link") ?? "");
      for (const { href } of linksIn(text)) if (href.startsWith(site.url)) await follow(href);
    };
    await follow(site.url + page);
    assert.ok(seen.size > 30, String(seen.size));
  });

  it("refuses parameters by name, and other methods", async () => {
    for (const address of [`/timegate/s/${id}`, `/timemap/s/${id}`]) {
      const refused = await site.get(`${address}?datetime=2024`);
      assert.equal(refused.status, 400);
      assert.match(await refused.text(), /“datetime”/);
      for (const method of ["POST", "PUT", "DELETE"])
        assert.equal((await site.raw(address, method)).status, 405);
      const upper = await site.get(address.toUpperCase());
      assert.deepEqual([upper.status, upper.headers.get("location")], [301, address]);
    }
  });

  it("is open to pages of other sites", async () => {
    const answers = [
      await gate(null),
      await gate("x"),
      await site.raw(`/timemap/s/${id}`),
      await site.raw("/timemap/s/0123456789"),
      await site.raw(`/s/${id}@1.txt`),
    ];
    for (const { headers } of answers) {
      assert.equal(headers["access-control-allow-origin"], "*");
      assert.match(String(headers["access-control-expose-headers"]), /\bLink, Memento-Datetime\b/);
    }
    const asked = await site.raw(`/timegate/s/${id}`, "OPTIONS");
    assert.match(String(asked.headers["access-control-allow-headers"]), /\bAccept-Datetime\b/);
  });

  it("has nothing to say of statements that never were", async () => {
    for (const unknown of ["0123456789", "x", "..", "%00", "a/b"]) {
      assert.ok([400, 404].includes((await site.raw(`/timegate/s/${unknown}`)).status), unknown);
      assert.ok([400, 404].includes((await site.raw(`/timemap/s/${unknown}`)).status), unknown);
    }
  });
});

describe("Memento of what was withdrawn", () => {
  it("is gone with the words, and has those alone that are there again", async () => {
    const archive = await openTestArchive();
    await archive.import({ "a.txt": "date 2023-01-27 The tunnel is closed." }, CAME[0]);
    await archive.import({ "a.txt": "date 2023-01-27 The tunnel is closed till noon." }, CAME[1]);
    const site = await startSite(archive.path);
    const [entry] = (await site.json<ListJson>("/2023.json")).statements;
    const id = entry?.id ?? "";
    await withdrawStatement(archive.store, { id, reason: "Wrong.", keepText: false }, ACT);
    for (const address of [`/timegate/s/${id}`, `/timemap/s/${id}`, `/s/${id}@1`]) {
      const gone = await site.get(address);
      assert.equal(gone.status, 410, address);
      assert.match(await gone.text(), /Wrong\./);
      assert.equal(gone.headers.get("link"), null);
      assert.equal(gone.headers.get("memento-datetime"), null);
    }
    const file = await givenFile(archive, "tunnel.txt", "date 2023-01-27 The tunnel is open.\n");
    await restoreStatement(archive.store, { id, file, reason: "Mended." }, ACT);
    const links = linksIn(await (await site.get(`/timemap/s/${id}`)).text());
    const there = links.filter(({ rel }) => rel.includes("memento"));
    assert.deepEqual(
      there.map(({ href, rel }) => [href, rel.join(" ")]),
      [[`${site.url}/s/${id}@3`, "first last memento"]],
    );
    const asked = await site.raw(`/timegate/s/${id}`, "GET", { "Accept-Datetime": CAME_HTTP[0] });
    assert.equal(asked.headers.location, `/s/${id}@3`);
    for (const { href } of links) assert.equal((await fetch(href)).status, 200, href);
    await site.close();
    await archive.close();
  });

  it("stays whole where the words stay", async () => {
    const archive = await openTestArchive();
    await archive.import({ "a.txt": "date 2023-01-27 The ferry is late." }, CAME[0]);
    const site = await startSite(archive.path);
    const [entry] = (await site.json<ListJson>("/2023.json")).statements;
    const id = entry?.id ?? "";
    await withdrawStatement(archive.store, { id, reason: "Wrong.", keepText: true }, ACT);
    const links = linksIn(await (await site.get(`/timemap/s/${id}`)).text());
    assert.equal(linked(links, "memento"), `${site.url}/s/${id}@1`);
    for (const { href } of links) assert.equal((await fetch(href)).status, 200, href);
    await site.close();
    await archive.close();
  });
});
