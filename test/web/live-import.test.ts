import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ListJson } from "../../src/formats/list-json.ts";
import type { ArchiveSummary, Store } from "../../src/store/store.ts";
import { inOneState } from "../../src/web/one-state.ts";
import { openTestArchive } from "../support/archive.ts";
import { EXAMPLE_FILES } from "../support/example-files.ts";
import { startSite } from "../support/site.ts";

describe("an import into an archive that is being served", () => {
  it("shows without a restart, at every address", async () => {
    const archive = await openTestArchive(EXAMPLE_FILES);
    const site = await startSite(archive.path);
    const tag = (await site.get("/statements.json")).headers.get("etag") ?? "";
    for (const page of ["/", "/statements", "/2023", "/2023/03"]) await site.get(page);
    await archive.import({
      "9.txt": " date 2023-03-05 QUARRY, March 5 – Later Agency. A later word was given.",
    });
    assert.equal((await site.json<ListJson>("/statements.json")).total, 5);
    assert.equal((await site.json<ListJson>("/2023/03/05.json")).total, 1);
    for (const page of ["/", "/statements", "/2023/03"])
      assert.match(await (await site.get(page)).text(), /A later word was given/, page);
    assert.match(await (await site.get("/statements")).text(), /<bdi>Later Agency<\/bdi>/);
    assert.match(await (await site.get("/2023")).text(), /href="\/2023\/03\/05"/);
    const again = await site.raw("/statements.json", "GET", { "If-None-Match": tag });
    assert.equal(again.status, 200);
    await site.close();
    await archive.close();
  });

  it("that lands between two questions of a page makes the page ask again", async () => {
    const archive = await openTestArchive(EXAMPLE_FILES);
    let landed = false;
    const store: Store = {
      ...archive.store,
      list: async (request) => {
        const found = await archive.store.list(request);
        if (!landed) {
          landed = true;
          await archive.import({ "9.txt": " date 2023-03-05 A later word was given." });
        }
        return found;
      },
    };
    const site = await startSite(store);
    const found = await site.json<ListJson>("/2023.json");
    const counted = found.days?.reduce((sum, { count }) => sum + count, 0);
    assert.ok(landed);
    assert.deepEqual([found.total, counted], [4, 4]);
    await site.close();
    await archive.close();
  });

  it("never ends a page where the archive never holds still", async () => {
    let generation = 0;
    const store = {
      summary: async () => ({ generation: generation++ }) as ArchiveSummary,
    } as Store;
    let asked = 0;
    await assert.rejects(
      inOneState(store, async () => asked++),
      { code: "unavailable" },
    );
    assert.equal(asked, 5);
  });

  it("is asked again even where half of it looked like a failure", async () => {
    const generations = [1, 2, 2, 2];
    const store = {
      summary: async () => ({ generation: generations.shift() }) as ArchiveSummary,
    } as Store;
    const found = await inOneState(store, async ({ generation }) => {
      if (generation === 1) throw new Error("half");
      return "whole";
    });
    assert.equal(found, "whole");
  });
});
