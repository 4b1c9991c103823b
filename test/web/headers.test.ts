import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";
import { startSite, type TestSite } from "../support/site.ts";

/** Every kind of answer: pages, data, errors, redirects, files. */
const ADDRESSES = [
  "/",
  "/statements.json",
  "/statements.txt",
  "/statements?from=x",
  "/statements.json?from=x",
  "/nothing",
  "/About/",
  "/%",
  "/site.css",
  "/sitemap.xml",
  "/sitemap/2023.xml",
  "/robots.txt",
  "/healthz",
  "/statements.csv",
  "/2023.atom",
  "/2023/1/27",
  "/s/nobody",
  "/oai?verb=Identify",
  "/openapi.json",
  "/opensearch.xml",
  "/download",
  "/download/archive.sqlite",
  "/.well-known/security.txt",
];

describe("every answer", () => {
  let archive: TestArchive;
  let site: TestSite;
  before(async () => {
    archive = await openTestArchive(EXAMPLE_FILES);
    site = await startSite(archive.path);
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  for (const method of ["GET", "HEAD", "POST", "OPTIONS"]) {
    it(`carries the headers that keep readers safe, to ${method}`, async () => {
      for (const address of ADDRESSES) {
        const { headers } = await site.raw(address, method);
        const policy = headers["content-security-policy"];
        assert.match(String(policy), /^default-src 'none';/, address);
        assert.match(String(policy), /;script-src 'self';/);
        assert.match(String(policy), /frame-ancestors 'none'/);
        assert.doesNotMatch(String(policy), /unsafe|\*|https?:|data:|nonce|sha\d/);
        assert.equal(headers["x-content-type-options"], "nosniff", address);
        assert.equal(headers["referrer-policy"], "strict-origin-when-cross-origin", address);
        assert.match(String(headers["permissions-policy"]), /camera=\(\)/, address);
        assert.equal(headers["x-powered-by"], undefined, address);
        assert.equal(headers["set-cookie"], undefined, address);
        assert.equal(headers["strict-transport-security"], undefined, address);
      }
    });
  }

  it("carries them where it says that nothing changed, and where a client expects what nobody does", async () => {
    const tag = (await site.raw("/about")).headers.etag ?? "";
    for (const [headers, status] of [
      [{ "If-None-Match": tag }, 304],
      [{ Expect: "the unexpected" }, 200],
    ] as const) {
      const answer = await site.raw("/about", "GET", headers);
      assert.equal(answer.status, status);
      assert.match(String(answer.headers["content-security-policy"]), /^default-src 'none';/);
      assert.equal(answer.headers["x-content-type-options"], "nosniff");
    }
  });

  it("is the same whoever asks, and leaves no cookie", async () => {
    const identity = { Cookie: "session=admin", Authorization: "Basic YWRtaW46YWRtaW4=" };
    for (const address of ADDRESSES) {
      const { date: _, ...plain } = (await site.raw(address)).headers;
      const { date: __, ...known } = (await site.raw(address, "GET", identity)).headers;
      assert.deepEqual(known, plain, address);
      assert.doesNotMatch(String(plain.vary), /cookie|authorization|\*/i, address);
    }
  });

  it("asks for TLS only where the site is reached by it", async () => {
    const secure = await startSite(archive.path, { url: "https://statements.example" });
    const { headers } = await secure.get("/about");
    assert.equal(headers.get("strict-transport-security"), "max-age=31536000");
    await secure.close();
  });

  it("names its type and encoding", async () => {
    const types: [string, string][] = [
      ["/", "text/html; charset=utf-8"],
      ["/statements.json", "application/json; charset=utf-8"],
      ["/statements.txt", "text/plain; charset=utf-8"],
      ["/nothing", "text/html; charset=utf-8"],
      ["/nothing.json", "application/problem+json; charset=utf-8"],
      ["/nothing.txt", "text/plain; charset=utf-8"],
      ["/site.css", "text/css; charset=utf-8"],
      ["/sitemap.xml", "application/xml; charset=utf-8"],
      ["/robots.txt", "text/plain; charset=utf-8"],
      ["/healthz", "application/json; charset=utf-8"],
    ];
    for (const [address, type] of types) {
      assert.equal((await site.get(address)).headers.get("content-type"), type, address);
    }
  });

  it("is open to pages of other sites where it is data, and only there", async () => {
    for (const address of [
      "/statements.json",
      "/2023.txt",
      "/nothing.json",
      "/statements.json?x",
    ]) {
      const { headers } = await site.get(address);
      assert.equal(headers.get("access-control-allow-origin"), "*", address);
    }
    for (const address of ["/", "/nothing", "/site.css"]) {
      const { headers } = await site.get(address);
      assert.equal(headers.get("access-control-allow-origin"), null, address);
    }
  });

  it("names its own addresses from the setting, never from what the client says", async () => {
    const named = await startSite(archive.path, { url: "https://statements.example" });
    for (const address of ["/", "/statements", "/sitemap.xml", "/robots.txt", "/statements.txt"]) {
      const { body } = await named.raw(address, "GET", {
        Host: "evil.example",
        "X-Forwarded-Host": "evil.example",
      });
      assert.ok(!body.includes("evil.example"), address);
      assert.ok(!body.includes(named.url), address);
    }
    assert.match(
      (await named.raw("/sitemap.xml")).body,
      /<loc>https:\/\/statements\.example\/sitemap\/2023\.xml<\/loc>/,
    );
    await named.close();
  });
});

describe("other methods", () => {
  let archive: TestArchive;
  let site: TestSite;
  before(async () => {
    archive = await openTestArchive(EXAMPLE_FILES);
    site = await startSite(archive.path);
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  for (const method of ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"]) {
    it(`are refused: ${method}`, async () => {
      for (const address of ["/", "/statements.json", "/nothing", "/site.css"]) {
        const answer = await site.raw(address, method);
        assert.equal(answer.status, 405, address);
        assert.equal(answer.headers.allow, "GET, HEAD, OPTIONS");
      }
    });
  }

  it("are refused at /oai, but for the POST of its standard", async () => {
    for (const method of ["PUT", "PATCH", "DELETE", "TRACE"]) {
      const answer = await site.raw("/oai", method);
      assert.equal(answer.status, 405, method);
      assert.equal(answer.headers.allow, "GET, HEAD, OPTIONS, POST");
    }
    const options = await site.raw("/oai", "OPTIONS");
    assert.equal(options.headers.allow, "GET, HEAD, OPTIONS, POST");
    assert.equal((await site.raw("/oai", "POST")).status, 200);
  });

  it("lead to no door for whoever runs the site: there is none", async () => {
    const doors = [
      "admin",
      "login",
      "wp-admin",
      "api",
      "debug",
      "metrics",
      "server-status",
      "config",
    ];
    const files = [
      ".env",
      ".git/config",
      "archive.db",
      "package.json",
      "dist/src/main.js",
      "import",
    ];
    for (const name of [...doors, ...files, "../package.json", "%2e%2e/package.json"]) {
      for (const method of ["GET", "POST"]) {
        const { status } = await site.raw(`/${name}`, method);
        assert.ok([404, 405].includes(status), `${method} /${name}: ${status}`);
      }
    }
  });

  it("are listed for OPTIONS", async () => {
    for (const address of ["/", "/statements.json", "*"]) {
      const answer = await site.raw(address, "OPTIONS");
      assert.deepEqual([answer.status, answer.body], [204, ""]);
      assert.equal(answer.headers.allow, "GET, HEAD, OPTIONS");
    }
  });

  it("give with HEAD what GET gives, without the body", async () => {
    for (const address of ["/", "/statements.json", "/nothing", "/site.css", "/robots.txt"]) {
      const got = await site.raw(address);
      const head = await site.raw(address, "HEAD");
      const { date: _, ...expected } = got.headers;
      const { date: __, ...found } = head.headers;
      assert.deepEqual([head.status, head.body, found], [got.status, "", expected], address);
    }
  });
});

describe("an answer that may be kept", () => {
  let archive: TestArchive;
  let site: TestSite;
  before(async () => {
    archive = await openTestArchive(EXAMPLE_FILES);
    site = await startSite(archive.path);
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  it("is known again by its weak tag, until an import changes it", async () => {
    for (const address of ["/", "/statements.json", "/2023/01/27.txt", "/about"]) {
      const { headers } = await site.raw(address);
      const tag = headers.etag ?? "";
      assert.match(tag, /^W\/"/, address);
      assert.equal(headers["cache-control"], "no-cache", address);
      const again = await site.raw(address, "GET", { "If-None-Match": tag });
      assert.deepEqual([again.status, again.body], [304, ""], address);
    }
  });

  it("says when the record last changed, not the day of the statement", async () => {
    const response = await site.get("/statements.json");
    assert.equal(response.headers.get("last-modified"), "Mon, 06 May 2024 07:08:09 GMT");
    const again = await site.raw("/statements.json", "GET", {
      "If-Modified-Since": "Mon, 06 May 2024 07:08:09 GMT",
    });
    assert.equal(again.status, 304);
  });

  it("is not an error", async () => {
    const { headers } = await site.get("/nothing");
    assert.equal(headers.get("cache-control"), "no-store");
    assert.equal(headers.get("last-modified"), null);
  });

  it("of the style is known by its content", async () => {
    const tag = (await site.raw("/site.css")).headers.etag ?? "";
    assert.match(tag, /^W\/"[\w-]{22}"$/);
    assert.equal((await site.raw("/site.css", "GET", { "If-None-Match": tag })).status, 304);
  });
});
