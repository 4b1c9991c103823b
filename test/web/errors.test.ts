import assert from "node:assert/strict";
import { once } from "node:events";
import { after, before, describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { DatelineError } from "../../src/errors.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";
import { startSite } from "../support/site.ts";

const SECRET = "/srv/secret/archive.db";

describe("a failure", () => {
  let archive: TestArchive;
  before(async () => {
    archive = await openTestArchive(EXAMPLE_FILES);
  });
  after(() => archive.close());

  const failing = (error: Error, summaryToo: boolean): Store => {
    const fail = async () => {
      throw error;
    };
    return {
      ...archive.store,
      list: fail,
      names: fail,
      statement: fail,
      ...(summaryToo && { summary: fail }),
    };
  };

  for (const ending of ["", ".json", ".txt"]) {
    it(`inside is a 500 that shows nothing of the inside, at /statements${ending}`, async () => {
      const site = await startSite(failing(new TypeError(`cannot read ${SECRET}`), false));
      const response = await site.get(`/statements${ending}?from=2023`);
      assert.equal(response.status, 500);
      const body = await response.text();
      for (const leak of [SECRET, "TypeError", "node_modules", ".ts:", ".js:", "at async"]) {
        assert.ok(!body.includes(leak), leak);
      }
      const [, id] = /noted as ([0-9a-f-]{36})/.exec(body) ?? [];
      assert.equal(site.log.length, 1);
      assert.ok(
        id && site.log[0]?.startsWith(`${id} GET "/statements${ending}?from=2023": TypeError`),
      );
      assert.ok(!site.log[0]?.includes("\n"));
      await site.close();
    });

    it(`of the archive is a 503 at /about${ending}`, async () => {
      const error = new DatelineError("unavailable", `cannot open ${SECRET}`);
      const site = await startSite(failing(error, true));
      const response = await site.get(`/about${ending}`);
      assert.equal(response.status, 503);
      assert.equal(response.headers.get("retry-after"), "10");
      assert.ok(!(await response.text()).includes(SECRET));
      await site.close();
    });
  }

  /** An archive of which the second part of a sitemap is what `second` gives. */
  const inParts = (second: () => Promise<never>): Store => {
    let parts = 0;
    return {
      ...archive.store,
      list: async (request) => {
        if (++parts === 2) return second();
        return { ...(await archive.store.list(request)), next: { after: "2023-01-27.1" } } as never;
      },
    };
  };

  it("in the midst of an answer breaks it off, and is told in one line", async (context) => {
    const printed = context.mock.method(console, "error", () => {});
    const site = await startSite(inParts(async () => assert.fail("of the archive")));
    const response = await site.get("/sitemap/2023.xml");
    assert.equal(response.status, 200);
    await assert.rejects(response.text());
    assert.equal(site.log.length, 1);
    assert.match(site.log[0] ?? "", /^[0-9a-f-]{36} GET "\/sitemap\/2023\.xml": AssertionError/);
    assert.equal(printed.mock.callCount(), 0);
    await site.close();
  });

  it("is none where a reader leaves in the midst of an answer", async (context) => {
    const printed = context.mock.method(console, "error", () => {});
    const [leaving, left] = [new AbortController(), new AbortController()];
    const site = await startSite(
      inParts(async () => {
        await once(left.signal, "abort");
        await wait(100);
        throw new Error("of the archive, when nobody waits for it any more");
      }),
    );
    const response = await site.get("/sitemap/2023.xml", { signal: leaving.signal });
    leaving.abort();
    await assert.rejects(response.text(), { name: "AbortError" });
    left.abort();
    await wait(200);
    assert.deepEqual([site.log, printed.mock.callCount()], [[], 0]);
    await site.close();
  });

  it("of the error page itself still gets words", async () => {
    const site = await startSite(failing(new TypeError("twice"), true));
    const response = await site.get("/about");
    assert.equal(response.status, 500);
    assert.equal(response.headers.get("content-type"), "text/plain; charset=utf-8");
    assert.match(await response.text(), /^Something went wrong here\./);
    assert.equal(site.log.length, 2);
    await site.close();
  });

  it("of the archive is told by /healthz", async () => {
    const error = new DatelineError("unavailable", `expected an archive at ${SECRET}, found none`, {
      fault: "missing",
    });
    const site = await startSite(failing(error, true));
    const response = await site.get("/healthz");
    assert.equal(response.status, 503);
    assert.equal(response.headers.get("retry-after"), "10");
    assert.deepEqual(await response.json(), {
      status: "unavailable",
      fault: "missing",
      reason: "There is no archive.",
    });
    await site.close();
  });

  it("is not where all is well", async () => {
    const site = await startSite(archive.store);
    const response = await site.get("/healthz");
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.deepEqual(await response.json(), { status: "ok", statements: 4, generation: 1 });
    await site.close();
  });

  it("of a statement that was taken away is a 410 with its day and reason", async () => {
    const store: Store = {
      ...archive.store,
      statement: async (id) => ({
        id,
        date: "2023-01-27" as never,
        reason: "It was an example.",
        removedAt: "2024-01-02T03:04:05Z",
        agency: null,
      }),
    };
    const site = await startSite(store);
    for (const path of ["/s/0123456789", "/s/0123456789@1", "/2023/01/27/x-0123456789"]) {
      const page = await site.get(path);
      assert.equal(page.status, 410, path);
      assert.match(await page.text(), /It was an example\./);
      const data = await site.get(`${path}.json`);
      assert.equal(data.status, 410, path);
    }
    await site.close();
  });
});

describe("a format in which a page is not there", () => {
  const table: [address: string, type: string, words: RegExp][] = [
    [
      "/about.bib",
      "text/plain; charset=utf-8",
      /^This page is not there as \.bib\. It is there as \.json/,
    ],
    ["/about.csl.json", "application/problem+json; charset=utf-8", /"status":404/],
  ];
  for (const [address, type, words] of table) {
    it(`is a 404 in its own dress at ${address}`, async () => {
      const archive = await openTestArchive(EXAMPLE_FILES);
      const site = await startSite(archive.path);
      const response = await site.get(address);
      assert.equal(response.status, 404);
      assert.equal(response.headers.get("content-type"), type);
      assert.equal(response.headers.get("access-control-allow-origin"), "*");
      assert.match(await response.text(), words);
      assert.equal((await site.get(address, { method: "HEAD" })).status, 404);
      await site.close();
      await archive.close();
    });
  }
});
