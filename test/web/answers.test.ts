import assert from "node:assert/strict";
import { rename, rm } from "node:fs/promises";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { importFolders } from "../../src/import/import-folders.ts";
import { PROJECT_ROOT } from "../../src/project-root.ts";
import { reopeningStore } from "../../src/reopening-store.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { createApp } from "../../src/web/app.ts";
import { openTestArchive } from "../support/archive.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";

const MEMORY = 4_000_000;
const SITE = { title: "T", url: "http://site.test", contact: null, rights: null, language: "en" };
const ENCODINGS = [undefined, "gzip", "br", "gzip, br;q=0.5", "identity;q=1, *;q=0", "*"];

interface Sent {
  status: number;
  headers: string;
  body: Buffer;
}

/** Serves the store, and says how often it was asked for anything. */
async function serve(store: Store, bytes: number) {
  let questions = 0;
  const counting = new Proxy(store, {
    get: (target, name) => {
      if (name === "summary") questions++;
      return target[name as keyof Store];
    },
  });
  const log: string[] = [];
  const server = createServer(
    createApp(counting, SITE, { log: (line) => log.push(line), answerBytes: bytes }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    log,
    questions: () => questions,
    ask: (target: string, headers: Record<string, string> = {}, method = "GET") =>
      asked(port, target, method, headers),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function asked(
  port: number,
  target: string,
  method: string,
  headers: Record<string, string>,
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path: target, method, headers, agent: false };
    const sent = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const { date: _, ...rest } = answer.headers;
        const status = answer.statusCode ?? 0;
        resolve({ status, headers: JSON.stringify(rest), body: Buffer.concat(chunks) });
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}

function header({ headers }: Sent, name: string): string | undefined {
  return (JSON.parse(headers) as Record<string, string>)[name];
}

/** Every address that the site's pages and sitemaps lead to; those with parameters are not followed further. */
async function everyAddress(ask: (target: string) => Promise<Sent>): Promise<string[]> {
  const known = new Set([
    "/",
    "/robots.txt",
    "/sitemap.xml",
    "/site.css",
    "/nothing",
    "/2023/02/30",
  ]);
  for (const address of known) {
    if (address.includes("?")) continue;
    const { body } = await ask(address);
    for (const [, target = ""] of body
      .toString()
      .matchAll(/(?:href="|http:\/\/site\.test)(\/[^"#<\s]*)/g))
      known.add(target.replaceAll("&amp;", "&"));
  }
  return [...known];
}

describe("kept answers", () => {
  it("are byte for byte those that would be made afresh, at every address of the sample", async () => {
    const archive = await openTestArchive();
    await importFolders(
      archive.store,
      [{ path: path.join(PROJECT_ROOT, "data", "statements"), source: "sample" }],
      {
        at: "2024-05-06T07:08:09Z",
        dryRun: false,
        sample: true,
        dateFromName: false,
        language: "en",
        maxFileBytes: 1_000_000,
      },
    );
    const fresh = await serve(archive.store, 0);
    const keeping = await serve(archive.store, 64_000_000);
    const addresses = await everyAddress(fresh.ask);
    assert.ok(addresses.length > 100, String(addresses.length));
    for (const address of addresses) {
      for (const method of ["GET", "HEAD"]) {
        const headers = { "Accept-Encoding": "br" };
        const expected = await fresh.ask(address, headers, method);
        assert.deepEqual(await keeping.ask(address, headers, method), expected, address);
        assert.deepEqual(await keeping.ask(address, headers, method), expected, `${address} again`);
      }
    }
    fresh.close();
    keeping.close();
    await archive.close();
  });

  it("are not made again, and need nothing of the archive", async () => {
    const archive = await openTestArchive(EXAMPLE_FILES);
    const site = await serve(archive.store, MEMORY);
    await site.ask("/2023");
    const before = site.questions();
    for (const method of ["GET", "HEAD"]) await site.ask("/2023?utm_source=x", {}, method);
    assert.equal(site.questions(), before);
    await site.ask("/statements?to=2023&from=2023");
    const asked = site.questions();
    await site.ask("/statements?from=2023&fbclid=1&to=%32023");
    assert.equal(site.questions(), asked);
    site.close();
    await archive.close();
  });

  it("are never those to another request, in whatever order and form its parts come", async () => {
    const archive = await openTestArchive(EXAMPLE_FILES);
    const keeping = await serve(archive.store, MEMORY);
    const fresh = await serve(archive.store, 0);
    const part = fc.constantFrom(
      ...["from=2023", "from=", "to=2023-01", "%74o=2023-01", "sort=oldest", "sort=%6fldest"],
      ...[
        "sort=oldest+",
        "utm_source=a%26from=2022",
        "UTM_x",
        "fbclid=1",
        "agency=ria+novosti",
        "agency=RIA%20Novosti",
      ],
      ...[
        "unknown=1",
        "unknown=",
        "from=2022",
        "after=2023-01-27.1",
        "%",
        "=",
        "a=b=c",
        "from=2023%26to=2020",
      ],
    );
    const address = fc
      .tuple(
        fc.constantFrom(
          "/statements",
          "/statements.json",
          "/2023",
          "/2023.json",
          "/",
          "/About",
          "/site.css",
        ),
        fc.array(part, { maxLength: 4 }),
      )
      .map(([at, parts]) => (parts.length === 0 ? at : `${at}?${parts.join("&")}`));
    const request = fc.tuple(
      address,
      fc.constantFrom("GET", "HEAD"),
      fc.constantFrom(...ENCODINGS),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 2, maxLength: 6 }), async (requests) => {
        for (const [target, method, encoding] of requests) {
          const headers: Record<string, string> = encoding ? { "Accept-Encoding": encoding } : {};
          const expected = await fresh.ask(target, headers, method);
          assert.deepEqual(await keeping.ask(target, headers, method), expected, target);
        }
      }),
      { numRuns: 150 },
    );
    keeping.close();
    fresh.close();
    await archive.close();
  });

  it("are dropped at once by an import, in this process or in another", async () => {
    const archive = await openTestArchive(EXAMPLE_FILES);
    const reader = await openStore(archive.path, { readOnly: true });
    const site = await serve(reader, MEMORY);
    const total = async () =>
      JSON.parse((await site.ask("/statements.json")).body.toString()).total;
    let tag = header(await site.ask("/statements.json"), "etag") ?? "";
    for (let day = 10; day < 20; day++) {
      const before = await total();
      assert.equal((await site.ask("/statements.json", { "If-None-Match": tag })).status, 304);
      await archive.import({
        [`${day}.txt`]: ` date 2023-03-${day} A word of the ${day}th was given.`,
      });
      const after = await site.ask("/statements.json", { "If-None-Match": tag });
      assert.equal(after.status, 200);
      tag = header(after, "etag") ?? "";
      assert.equal(await total(), before + 1);
    }
    site.close();
    await reader.close();
    await archive.close();
  });

  it("do not outlive an import that lands while they are made", async () => {
    const archive = await openTestArchive(EXAMPLE_FILES);
    let summaries = 0;
    const store: Store = {
      ...archive.store,
      summary: async () => {
        const found = await archive.store.summary();
        // Behind the page's last question, so that the page does not see it.
        if (++summaries === 2) {
          await archive.import({ "9.txt": " date 2023-03-05 A later word was given." });
        }
        return found;
      },
    };
    const site = await serve(store, MEMORY);
    const total = async () =>
      JSON.parse((await site.ask("/statements.json")).body.toString()).total;
    assert.equal(await total(), 4);
    assert.equal(await total(), 5);
    site.close();
    await archive.close();
  });

  it("give way to a 503 where the archive is away, and to another archive in its place", async () => {
    const archive = await openTestArchive(EXAMPLE_FILES);
    const other = await openTestArchive({ "1.txt": " date 2020-01-01 One word was enough." });
    await archive.store.close();
    await other.store.close();
    const site = await serve(reopeningStore(archive.path), MEMORY);
    for (let times = 0; times < 3; times++) assert.equal((await site.ask("/2023")).status, 200);
    await rename(archive.path, `${archive.path}.away`);
    // Where the file is, is looked up every 50 milliseconds.
    await wait(100);
    assert.equal((await site.ask("/2023")).status, 503);
    await rename(other.path, archive.path);
    for (let times = 0; times < 3; times++) {
      const found = JSON.parse((await site.ask("/statements.json")).body.toString());
      assert.equal(found.total, 1);
    }
    assert.equal(site.log.length, 1);
    site.close();
    for (const { path: file } of [archive, other])
      await rm(path.dirname(file), { recursive: true });
  });

  it("come in the encoding that the client likes best, each with its own tag", async () => {
    const archive = await openTestArchive(EXAMPLE_FILES);
    const site = await serve(archive.store, MEMORY);
    const plain = await site.ask("/");
    const brotli = await site.ask("/", { "Accept-Encoding": "gzip, deflate, br" });
    const gzip = await site.ask("/", { "Accept-Encoding": "x-gzip" });
    assert.deepEqual(brotliDecompressSync(brotli.body), plain.body);
    assert.deepEqual(gunzipSync(gzip.body), plain.body);
    assert.equal(new Set([plain, brotli, gzip].map((sent) => header(sent, "etag"))).size, 3);
    for (const sent of [plain, brotli, gzip]) {
      assert.equal(header(sent, "vary"), "Accept-Encoding");
      assert.equal(header(sent, "content-length"), String(sent.body.length));
      const tag = header(sent, "etag") ?? "";
      const encoding = header(sent, "content-encoding");
      const headers: Record<string, string> = encoding ? { "Accept-Encoding": encoding } : {};
      for (const list of [tag, tag.slice(2), `"x", ${tag}`, "*"]) {
        const again = await site.ask("/", { ...headers, "If-None-Match": list });
        assert.deepEqual([again.status, again.body.length], [304, 0], list);
        assert.equal(header(again, "etag"), tag);
        assert.equal(header(again, "vary"), "Accept-Encoding");
        assert.equal(header(again, "content-length"), undefined);
      }
      const other = await site.ask("/", { ...headers, "If-None-Match": '"x", W/"y"' });
      assert.equal(other.status, 200);
    }
    site.close();
    await archive.close();
  });

  it("are 304 by their date only where no tag came", async () => {
    const archive = await openTestArchive(EXAMPLE_FILES);
    const site = await serve(archive.store, MEMORY);
    const conditions: [Record<string, string>, status: number][] = [
      [{ "If-Modified-Since": "Mon, 06 May 2024 07:08:09 GMT" }, 304],
      [{ "If-Modified-Since": "Tue, 07 May 2024 07:08:09 GMT" }, 304],
      [{ "If-Modified-Since": "Mon, 06 May 2024 07:08:08 GMT" }, 200],
      [{ "If-Modified-Since": "2099" }, 200],
      [{ "If-Modified-Since": "Mon, 06 May 2024 07:08:09 GMT", "If-None-Match": '"x"' }, 200],
      [{ Range: "bytes=0-1" }, 200],
    ];
    for (const [headers, status] of conditions) {
      const { status: found } = await site.ask("/statements.json", headers);
      assert.equal(found, status, JSON.stringify(headers));
    }
    site.close();
    await archive.close();
  });
});
