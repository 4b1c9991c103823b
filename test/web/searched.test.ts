import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { DatelineError } from "../../src/errors.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestArchive, type TestArchive } from "../support/archive.ts";
import { startSite, type TestSite } from "../support/site.ts";

const GIVEN_UP = ["list", "total", "counts", "facets", "besideInList"];

/** An archive whose searches take too long, as a very large one's may. */
function slowToSearch(store: Store): Store {
  return new Proxy(store, {
    get(of, name) {
      const value = Reflect.get(of, name);
      if (typeof value !== "function") return value;
      return (...given: { query?: unknown }[]) => {
        const looksForWords = given.some((one) => one?.query);
        if (!GIVEN_UP.includes(String(name)) || !looksForWords) return value.apply(of, given);
        return Promise.reject(new DatelineError("unavailable", "the search takes too long"));
      };
    },
  });
}

describe("a search that takes too long", () => {
  let archive: TestArchive;
  let site: TestSite;
  before(async () => {
    archive = await openTestArchive({ "a.txt": "date 2023-01-27 The road is <open> again." });
    site = await startSite(slowToSearch(archive.store));
  });
  after(async () => {
    await site.close();
    await archive.close();
  });

  it("is a 503 that keeps what was typed and says when to try again", async () => {
    const response = await site.get("/statements?q=%3Copen%3E+road");
    const html = await response.text();
    assert.equal(response.status, 503);
    assert.equal(response.headers.get("retry-after"), "10");
    assert.match(html, /This search could not be finished in time/);
    assert.match(html, /<input[^>]*value="&lt;open&gt; road"/);
    assert.doesNotMatch(html, /takes too long/);
  });

  it("is asked again, not kept", async () => {
    await site.get("/statements?q=road");
    const again = await site.get("/statements?q=road");
    assert.equal(again.status, 503);
    assert.equal(again.headers.get("cache-control"), "no-store");
  });

  it("leaves every other page as it was", async () => {
    for (const path of ["/", "/statements", "/2023/01/27"]) {
      assert.equal((await site.get(path)).status, 200, path);
    }
  });
});
