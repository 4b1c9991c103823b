import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";
import { exchange } from "../support/raw-socket.ts";
import { startSite, type TestSite } from "../support/site.ts";

const OWN = "https://statements.example";

const request = (...lines: string[]) => `${[...lines, "Connection: close"].join("\r\n")}\r\n\r\n`;

describe("the host", () => {
  let archive: TestArchive;
  let named: TestSite;
  let unnamed: TestSite;
  before(async () => {
    archive = await openTestArchive(EXAMPLE_FILES);
    named = await startSite(archive.path, { url: OWN }, { siteUrl: OWN });
    unnamed = await startSite(archive.path);
  });
  after(async () => {
    await named.close();
    await unnamed.close();
    await archive.close();
  });

  const portOf = (site: TestSite) => Number(new URL(site.url).port);
  const answers = async (site: TestSite, target: string, ...lines: string[]) =>
    (await exchange(portOf(site), request(`GET ${target} HTTP/1.1`, ...lines))).status;

  for (const host of [
    "statements.example",
    "STATEMENTS.example:443",
    "statements.example.",
    "localhost:3000",
    "127.0.0.1",
    "127.0.0.1:3000",
    "[::1]:3000",
  ]) {
    it(`may be ${host} where the site is statements.example`, async () => {
      assert.equal(await answers(named, "/about", `Host: ${host}`), 200);
    });
  }

  for (const host of [
    "evil.example",
    "statements.example.evil.example",
    "evil-statements.example",
    "192.0.2.1",
    "[2001:db8::1]",
  ]) {
    it(`is refused with 421 where it is ${host}, for each address and method`, async () => {
      for (const address of ["/", "/about", "/site.css", "/statements.json", "/nothing"]) {
        for (const method of ["GET", "HEAD", "POST", "OPTIONS"]) {
          const answer = await named.raw(address, method, { Host: host });
          assert.equal(answer.status, 421, `${method} ${address}`);
          assert.equal(answer.headers["cache-control"], "no-store");
          assert.ok(!answer.body.includes(host));
        }
      }
    });
  }

  it("that was refused is refused again after the right one was answered", async () => {
    for (const [host, status] of [
      ["statements.example", 200],
      ["evil.example", 421],
      ["statements.example", 200],
      ["evil.example", 421],
    ] as const) {
      assert.equal((await named.raw("/about", "GET", { Host: host })).status, status);
    }
  });

  it("may be any for whoever watches over the site", async () => {
    assert.equal((await named.raw("/healthz", "GET", { Host: "10.1.2.3:3000" })).status, 200);
  });

  it("of an address that is given whole counts, not that of the header", async () => {
    const header = "Host: statements.example";
    assert.equal(await answers(named, "http://statements.example/about", header), 200);
    assert.equal(await answers(named, "http://evil.example/about", header), 421);
    assert.equal(
      await answers(named, "http://statements.example/about", "Host: evil.example"),
      200,
    );
    assert.equal(await answers(named, "/about", "Host: evil.example"), 421);
    assert.equal(await answers(named, "http://a:b@statements.example/about", header), 400);
  });

  it("must be one, and well written, whether the site has a name or not", async () => {
    for (const site of [named, unnamed]) {
      assert.equal(await answers(site, "/about"), 400);
      assert.equal(await answers(site, "/about", "Host: localhost", "Host: localhost"), 400);
      for (const host of ["a b", "a/b", "a@b", "a:b", "<script>", "0.0.0.0=5000", "[::1", "ü"]) {
        assert.equal(await answers(site, "/about", `Host: ${host}`), 400, host);
      }
    }
  });

  it("may be left out in HTTP/1.0", async () => {
    assert.equal((await exchange(portOf(named), request("GET /about HTTP/1.0"))).status, 200);
  });

  it("may be any where the site has no name", async () => {
    assert.equal(await answers(unnamed, "/about", "Host: whatever.example"), 200);
  });
});
