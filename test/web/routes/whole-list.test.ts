import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { ListJson } from "../../../src/formats/list-json.ts";
import { EVERYTHING } from "../../../src/statements/statement-filter.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Snapshot } from "../../../src/store/store.ts";
import { listBody, listed, withTexts } from "../../../src/web/routes/whole-list.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
import { manyFiles } from "../../support/example-files.ts";
import { startSite, type TestSite } from "../../support/site.ts";

/** More than are written at once, so that whole lists are streamed. */
const MANY = 450;

describe("a whole list", () => {
  let archive: TestArchive;
  let site: TestSite;
  before(async () => {
    archive = await openTestArchive(manyFiles(MANY));
    site = await startSite(archive.path);
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  const lines = async (path: string) => (await (await site.get(path)).text()).split("\r\n");

  it("is the same as all its pages, in the same keys", async () => {
    const whole = await site.json<ListJson>("/statements.json?limit=all");
    assert.deepEqual(Object.keys(whole), "total from to next previous statements".split(" "));
    assert.deepEqual([whole.total, whole.next, whole.previous], [MANY, null, null]);
    const paged = [];
    for (let next: string | null = "/statements.json?limit=100"; next; ) {
      const page: ListJson = await site.json<ListJson>(next);
      assert.ok(page.statements.length <= 100);
      paged.push(...page.statements);
      next = page.next;
    }
    assert.deepEqual(whole.statements, paged);
  });

  it("keeps the number asked for from page to page, both ways", async () => {
    const first = await site.json<ListJson>("/2021.json?limit=200");
    assert.match(first.next ?? "", /^\/2021\.json\?after=2021-\d\d-\d\d\.\d+&limit=200$/);
    const second = await site.json<ListJson>(first.next ?? "");
    assert.equal(second.previous, "/2021.json?limit=200");
  });

  it("has the days of its period, and their counts", async () => {
    const whole = await site.json<ListJson>("/2021.json?limit=all");
    const page = await site.json<ListJson>("/2021.json");
    assert.equal(whole.statements.length, whole.total);
    assert.deepEqual(whole.days, page.days);
  });

  it("is whole as text", async () => {
    const text = await (await site.get("/statements.txt?limit=all")).text();
    assert.match(text, new RegExp(`^Statements: ${MANY}\n\n2021-`));
    assert.equal(text.match(/^ {12}http/gm)?.length, MANY);
    assert.doesNotMatch(text, /page/i);
  });

  it("is whole as a table, unless a number is asked for", async () => {
    assert.equal((await lines("/statements.csv")).length, MANY + 2);
    assert.equal((await lines("/statements.csv?limit=all")).length, MANY + 2);
    assert.equal((await lines("/statements.csv?limit=250")).length, 250 + 2);
    assert.equal((await lines("/statements.csv?limit=7")).length, 7 + 2);
    assert.equal((await lines("/2021/01/01.csv")).length, 7 + 2);
    assert.deepEqual(await lines("/2020.csv"), [(await lines("/2021.csv"))[0], ""]);
  });

  it("goes on behind a place", async () => {
    const { next } = await site.json<ListJson>("/2021.json?limit=100");
    const behind = next?.replace(".json", ".csv").replace("&limit=100", "") ?? "";
    const all = await lines("/2021.csv");
    assert.deepEqual(await lines(behind), [all[0], ...all.slice(101)]);
  });

  it("of hits is that of the search", async () => {
    const table = await lines("/statements.csv?q=statement&sort=oldest");
    assert.deepEqual(table, await lines("/statements.csv?sort=oldest"));
    assert.equal((await lines("/statements.csv?q=%22number+17%22")).length, 3);
  });

  it("begins with a byte order mark for whoever asks", async () => {
    const marked = Buffer.from(await (await site.get("/2021.csv?bom=1")).arrayBuffer());
    const plain = Buffer.from(await (await site.get("/2021.csv")).arrayBuffer());
    assert.deepEqual(marked, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain]));
  });

  it("is compressed on its way, and known again", async () => {
    const headers = { "Accept-Encoding": "gzip" };
    const answer = await site.raw("/statements.csv", "HEAD", headers);
    assert.equal(answer.headers["content-encoding"], "gzip");
    assert.equal(answer.headers["content-type"], "text/csv; charset=utf-8");
    assert.equal(answer.headers["access-control-allow-origin"], "*");
    const known = { "If-None-Match": answer.headers.etag as string };
    assert.equal((await site.raw("/statements.csv", "GET", known)).status, 304);
    await archive.import({ "new.txt": " date 2021-06-01 Another one was made." });
    assert.equal((await site.raw("/statements.csv", "GET", known)).status, 200);
    await archive.import({ "new.txt": null });
  });

  const refused: [address: string, field: string][] = [
    ["/statements.json?limit=0", "limit"],
    ["/statements.json?limit=1001", "limit"],
    ["/statements.csv?limit=-1", "limit"],
    ["/2021.txt?limit=ALL", "limit"],
    ["/2021.csv?bom=0", "bom"],
    ["/2021.json?bom=1", "bom"],
    ["/statements?limit=10", "limit"],
    ["/.json?limit=10", "limit"],
  ];
  for (const [address, field] of refused) {
    it(`is refused by name at ${address}`, async () => {
      const answer = await site.get(address);
      assert.equal(answer.status, 400);
      assert.match(
        await answer.text(),
        new RegExp(`“${field}”|no number of statements|byte order`),
      );
    });
  }

  it("is 503 with a way onward where too many are being sent", async () => {
    const held: Snapshot[] = [];
    const store = await openStore(archive.path, { readOnly: true });
    for (let n = 0; n < 8; n++) held.push(await store.snapshot());
    const answer = await site.get("/statements.json?limit=all");
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get("retry-after"), "10");
    assert.match(await answer.text(), /Too many whole lists.*limit=1000/);
    assert.equal((await site.get("/statements.csv?limit=50")).status, 200);
    for (const snapshot of held) await snapshot.close();
    await store.close();
    assert.equal((await site.get("/statements.json?limit=all")).status, 200);
  });
});

it("a list that is being sent stays of one state while an import goes on", async () => {
  const archive = await openTestArchive(manyFiles(300));
  const store = await openStore(archive.path, { readOnly: true });
  const request = { query: null, filter: EVERYTHING, order: "newest", after: null } as const;
  const body = await listBody(store, 300, async function* (reader) {
    yield `${await reader.total(request)}`;
    for await (const batch of listed(reader, request)) yield batch.map(({ id }) => id).join(" ");
  });
  assert.ok(typeof body !== "string");
  const pieces = body[Symbol.asyncIterator]();
  assert.deepEqual(await pieces.next(), { value: "300", done: false });
  const first = await pieces.next();
  await archive.import({
    "0.txt": " date 2021-01-01 Statement number 0 was made anew.",
    "early.txt": " date 1999-01-01 This came between.",
    "late.txt": " date 2031-01-01 This came between, too.",
  });
  const ids: string[] = [];
  for (let piece = first; !piece.done; piece = await pieces.next())
    ids.push(...piece.value.split(" "));
  assert.equal(new Set(ids).size, 300);
  assert.equal((await store.summary()).total, 302);
  await store.close();
  await archive.close();
});

describe("a list of long statements", () => {
  it("is sent as it is made, and whole", async () => {
    const words = "The harbour is open. ".repeat(20_000);
    const files = [1, 2, 3, 4].map((day) => [
      `${day}.txt`,
      `date 2023-01-0${day} No. ${day}. ${words}`,
    ]);
    const archive = await openTestArchive(Object.fromEntries(files));
    const site = await startSite(archive.path);
    const response = await site.get("/statements.csv");
    assert.equal(response.headers.get("content-length"), null);
    const text = await response.text();
    assert.ok(text.length > 4 * words.length);
    assert.deepEqual(text.match(/No\. \d\. The/g)?.length, 4);
    await site.close();
    await archive.close();
  });

  it("reads the fewer at once the longer they are", async () => {
    const sizes: number[] = [];
    const read = async (characters: number) => {
      const text = "a".repeat(characters);
      async function* batches() {
        for (let at = 0; at < 3; at++) yield Array.from({ length: 100 }, () => ({ id: "x" }));
      }
      const statements = async (ids: string[]) => {
        sizes.push(ids.length);
        return ids.map(() => ({ text }) as never);
      };
      let found = 0;
      for await (const part of withTexts({ statements }, batches())) found += part.length;
      assert.equal(found, 300);
      return sizes.splice(0);
    };
    assert.deepEqual((await read(400)).slice(0, 5), [8, 16, 32, 44, 100]);
    const ofLong = await read(1_000_000);
    assert.deepEqual([ofLong[0], Math.max(...ofLong.slice(1))], [8, 1]);
  });
});
