import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { folderDownloads } from "../../src/downloads/folder-downloads.ts";
import type { RecordJson } from "../../src/formats/record-json.ts";
import { undoRun } from "../../src/publishing/undo-run.ts";
import { withdrawStatement } from "../../src/publishing/withdraw-statement.ts";
import { openDatabase } from "../../src/store/sqlite/driver.ts";
import { IMPORTED_AT, openTestArchive, type TestArchive } from "../support/archive.ts";
import { startSite, type TestSite } from "../support/site.ts";

const ACT = { at: "2024-06-07T08:09:10Z" };
const FIRST = "Date: 2023-01-27\n\nThe bridge is open.\n";
const FILES = {
  "a.txt": FIRST,
  "same.txt": FIRST,
  "b.md":
    "---\ndate: 2023-02-03\ntitle: Fares\nagency: Harbour Office\nplace: Ålund\n---\n\nFares rise; „ёж“ 🦔.\n",
  "c.txt": "Date: 2023-03-04\n\nA secret that must go.\n",
};

function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

interface DownloadSite {
  archive: TestArchive;
  all: string;
  site: TestSite;
  log: string[];
}

async function serve(
  t: TestContext | { after: (work: () => Promise<void>) => void },
  files: Record<string, string> = FILES,
  folder = "downloads",
): Promise<DownloadSite> {
  const archive = await openTestArchive(files);
  const all = path.join(path.dirname(archive.path), folder);
  const log: string[] = [];
  const downloads = folderDownloads(archive.path, all, (line) => log.push(line));
  const site = await startSite(archive.store, {}, { downloads });
  t.after(async () => {
    await site.close();
    await downloads.close();
    await archive.close();
  });
  return { archive, all, site, log };
}

/** Asks until it is there. */
async function whole(site: TestSite, address: string): Promise<Response> {
  for (;;) {
    const response = await site.get(address);
    if (response.status === 200) return response;
    assert.equal(response.status, 503, await response.text());
    assert.match(response.headers.get("retry-after") ?? "", /^\d+$/);
    await delay(30);
  }
}

/** Waits until what is offered shows that state. */
async function made(all: string, generation: number): Promise<void> {
  while (!readdirSync(all).some((name) => name.startsWith(`v2-${generation}-`))) await delay(30);
}

async function lines(site: TestSite): Promise<RecordJson[]> {
  const text = await (await whole(site, "/download/archive.jsonl")).text();
  assert.ok(text.endsWith("\n"));
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

async function database({ site, archive }: DownloadSite) {
  const file = path.join(path.dirname(archive.path), "got.sqlite");
  const response = await whole(site, "/download/archive.sqlite");
  writeFileSync(file, Buffer.from(await response.arrayBuffer()));
  return openDatabase(file, { readonly: true });
}

describe("the files of the whole archive", () => {
  let running: DownloadSite;
  const ends: (() => Promise<void>)[] = [];
  before(async () => {
    running = await serve({ after: (end: () => Promise<void>) => ends.push(end) });
    await running.archive.import(
      { "b.md": FILES["b.md"].replace("rise", "fall") },
      "2024-05-07T07:08:09Z",
    );
    const { statements } = await running.site.json<{ statements: { id: string }[] }>(
      "/2023/03/04.json",
    );
    await withdrawStatement(
      running.archive.store,
      { id: statements[0]?.id ?? "", reason: "By mistake", keepText: false },
      ACT,
    );
  });
  after(async () => {
    for (const end of ends) await end();
  });

  it("have every statement with every wording and every source, in JSON Lines", async () => {
    const records = await lines(running.site);
    assert.equal(records.length, 3);
    for (const record of records.filter((one) => !("gone" in one))) {
      const shown = await running.site.json<Record<string, unknown>>(`${record.permalink}.json`);
      for (const key of [
        "id",
        "short",
        "date",
        "headline",
        "place",
        "agency",
        "text",
        "revision",
      ]) {
        assert.deepEqual(record[key as keyof RecordJson], shown[key], key);
      }
    }
    const fares = records.find(({ headline }) => headline === "Fares");
    assert.equal(fares?.text, "Fares fall; „ёж“ 🦔.");
    assert.deepEqual(
      fares.earlier.map((one) => "text" in one && [one.text, one.sources[0]?.sha256]),
      [["Fares rise; „ёж“ 🦔.", sha256(FILES["b.md"])]],
    );
    const sources = records.flatMap((record) => record.sources ?? []);
    assert.ok(
      sources.some(({ file, sha256: sum }) => file === "same.txt" && sum === sha256(FIRST)),
    );
  });

  it("have no words of what was taken away, and say that it was", async () => {
    const gone = (await lines(running.site)).at(-1) as unknown as { gone: object };
    assert.deepEqual(gone.gone, { at: ACT.at, reason: "By mistake" });
    for (const name of ["archive.jsonl", "archive.sqlite"]) {
      const bytes = Buffer.from(
        await (await whole(running.site, `/download/${name}`)).arrayBuffer(),
      );
      assert.ok(!bytes.includes("secret"), name);
    }
  });

  it("have the same in plain tables, as SQLite", async () => {
    const records = await lines(running.site);
    const got = await database(running);
    const texts = got.prepare("SELECT id, text FROM present ORDER BY date, id").all();
    const present = records.filter((one) => "text" in one).map(({ id, text }) => ({ id, text }));
    const byId = (a: unknown, b: unknown) => JSON.stringify(a).localeCompare(JSON.stringify(b));
    assert.deepEqual([...texts].sort(byId), present.sort(byId));
    const sums = got.prepare("SELECT sha256 FROM source WHERE file = 'same.txt'").pluck().get();
    assert.equal(sums, sha256(FIRST));
    assert.equal(got.prepare("SELECT reason FROM gone").pluck().get(), "By mistake");
    assert.equal(got.pragma("integrity_check", { simple: true }), "ok");
    got.close();
  });

  it("come with their sums: in a header, beside them, and on the page", async () => {
    const page = await (await running.site.get("/download")).text();
    for (const name of ["archive.jsonl", "archive.sqlite"]) {
      const response = await whole(running.site, `/download/${name}`);
      const sum = sha256(Buffer.from(await response.arrayBuffer()));
      const digest = Buffer.from(sum, "hex").toString("base64");
      assert.equal(response.headers.get("repr-digest"), `sha-256=:${digest}:`);
      const beside = await running.site.get(`/download/${name}.sha256`);
      assert.equal(await beside.text(), `${sum}  ${name}\n`);
      assert.ok(page.includes(sum));
    }
  });

  it("are given in parts, only while the file is the same", async () => {
    const all = await (await whole(running.site, "/download/archive.jsonl")).text();
    const etag = (await running.site.get("/download/archive.jsonl")).headers.get("etag") ?? "";
    const Range = "bytes=10-19";
    const part = await running.site.get("/download/archive.jsonl", {
      headers: { Range, "If-Range": etag },
    });
    assert.equal(part.status, 206);
    assert.equal(await part.text(), all.slice(10, 20));
    const other = await running.site.get("/download/archive.jsonl", {
      headers: { Range, "If-Range": '"other"' },
    });
    assert.equal(other.status, 200);
    const beyond = await running.site.raw("/download/archive.jsonl", "GET", {
      Range: "bytes=99999999-",
    });
    assert.equal(beyond.status, 416);
    const known = await running.site.raw("/download/archive.jsonl", "GET", {
      "If-None-Match": etag,
    });
    assert.deepEqual([known.status, known.body], [304, ""]);
    const head = await running.site.raw("/download/archive.sqlite", "HEAD");
    assert.equal(head.status, 200);
    assert.ok(Number(head.headers["content-length"]) > 4096);
  });

  it("have no others beside them", async () => {
    assert.equal((await running.site.get("/download/download.json")).status, 404);
    assert.equal((await running.site.get("/download/lock")).status, 404);
  });
});

describe("the making of the files", () => {
  it("leaves the earlier ones offered, with their own date, until the new ones are whole", async (t) => {
    const { archive, all, site } = await serve(t);
    const earlier = await lines(site);
    await archive.import({ "d.txt": "Date: 2023-05-06\n\nLater.\n" }, "2024-05-08T07:08:09Z");
    const page = await (await site.get("/download")).text();
    assert.match(page, /has changed since these files were made/);
    assert.ok(page.includes(IMPORTED_AT));
    await made(all, 2);
    assert.equal((await lines(site)).length, earlier.length + 1);
    assert.deepEqual(
      readdirSync(all).filter((name) => name.startsWith("v2-1-")),
      [],
    );
  });

  it("offers no earlier ones that hold what was undone since", async (t) => {
    const { archive, site } = await serve(t);
    await archive.import({ "d.txt": "Date: 2023-05-06\n\nA slip.\n" }, "2024-05-08T07:08:09Z");
    assert.equal((await lines(site)).length, 4);
    await undoRun(archive.store, { run: 2, reason: "Wrong folder" }, ACT);
    const records = await lines(site);
    assert.ok(!JSON.stringify(records).includes("A slip"));
  });

  it("is done once, however many ask at once", async (t) => {
    const { archive, all, site, log } = await serve(t);
    const told: string[] = [];
    const others = folderDownloads(archive.path, all, (line) => told.push(line));
    const other = await startSite(archive.store, {}, { downloads: others });
    t.after(async () => {
      await other.close();
      await others.close();
    });
    const asked = [site, other, site, other].map((one) => whole(one, "/download/archive.sqlite"));
    const tags = (await Promise.all(asked)).map((response) => response.headers.get("etag"));
    assert.equal(new Set(tags).size, 1);
    assert.deepEqual([...log, ...told], []);
    assert.equal(readdirSync(all).filter((name) => name.startsWith("v2-")).length, 1);
  });

  it("goes on after a process that died in it, of which nothing is offered", async (t) => {
    const { all, site } = await serve(t);
    mkdirSync(path.join(all, "making"), { recursive: true });
    writeFileSync(path.join(all, "making/archive.jsonl"), '{"id":"hal');
    writeFileSync(path.join(all, "making/progress.json"), '{"written":2,"total":3}');
    const onlyOne = path.join(import.meta.dirname, "../../src/downloads/only-one.js");
    const work = `const { onlyOne } = await import(${JSON.stringify(onlyOne)});
      await onlyOne(${JSON.stringify(all)}, async () => {
        console.log("at it");
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      });`;
    const dying = spawn(process.execPath, ["--input-type=module", "-e", work]);
    await once(dying.stdout, "data");
    const page = await site.get("/download");
    assert.equal(page.status, 202);
    assert.match(await page.text(), /2 of 3 statements are written/);
    await delay(300);
    assert.equal((await site.get("/download/archive.jsonl")).status, 503);
    dying.kill("SIGKILL");
    await once(dying, "exit");
    const text = await (await whole(site, "/download/archive.jsonl")).text();
    assert.equal(text.trimEnd().split("\n").length, 3);
    assert.ok(!readdirSync(all).includes("making"));
  });

  it("is not tried in a folder that cannot be written, and the page says so", async (t) => {
    const { archive, site } = await serve(t, FILES, "statements/a.txt/downloads");
    const page = await site.get("/download");
    assert.equal(page.status, 200);
    assert.match(await page.text(), /cannot be written to/);
    assert.equal((await site.get("/download/archive.jsonl")).status, 503);
    const nowhere = await serve(t, FILES, "no/such/folder");
    assert.match(await (await nowhere.site.get("/download")).text(), /cannot be written to/);
    assert.equal(readFileSync(path.join(archive.folder, "a.txt"), "utf8"), FIRST);
  });

  it("that failed is told to whoever runs the site, and not tried again at once", async (t) => {
    const { all, site, log } = await serve(t);
    mkdirSync(path.join(all, "making"), { recursive: true });
    // A folder where the lock should be.
    mkdirSync(path.join(all, "lock"));
    await site.get("/download");
    while (log.length === 0) await delay(20);
    assert.match(log[0] ?? "", /could not be made in .*: /);
    assert.match(await (await site.get("/download")).text(), /tried again in a minute/);
  });
});
