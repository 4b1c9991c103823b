import assert from "node:assert/strict";
import { copyFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, it } from "node:test";
import { reopeningStore } from "../src/reopening-store.ts";
import { openTestArchive } from "./support/archive.ts";
import { EXAMPLE_FILES } from "./support/example-files.ts";
import { startSite } from "./support/site.ts";

describe("an archive that is lost while it is served", () => {
  it("is a 503 until it is there again, without a restart", async () => {
    const archive = await openTestArchive(EXAMPLE_FILES);
    await archive.store.close();
    const site = await startSite(reopeningStore(archive.path));
    assert.equal((await site.get("/statements.json")).status, 200);

    await rename(archive.path, `${archive.path}.away`);
    const lost = await site.get("/statements");
    assert.equal(lost.status, 503);
    assert.ok(!(await lost.text()).includes(path.dirname(archive.path)));
    const health = (await (await site.get("/healthz")).json()) as { fault: string };
    assert.equal(health.fault, "missing");

    await rename(`${archive.path}.away`, archive.path);
    assert.equal((await site.get("/statements.json")).status, 200);
    assert.equal((await site.get("/healthz")).status, 200);
    await site.close();
    await rm(path.dirname(archive.path), { recursive: true });
  });

  it("is served as it is now where another file has taken its place", async () => {
    const archive = await openTestArchive(EXAMPLE_FILES);
    const other = await openTestArchive({ "1.txt": " date 2020-01-01 One word was enough." });
    await archive.store.close();
    await other.store.close();
    const store = reopeningStore(archive.path);
    assert.equal((await store.summary()).total, 4);
    await copyFile(other.path, `${archive.path}.new`);
    await rename(`${archive.path}.new`, archive.path);
    assert.equal((await store.summary()).total, 1);
    await store.close();
    for (const { path: file } of [archive, other])
      await rm(path.dirname(file), { recursive: true });
  });

  it("is refused where it is something else, and read when it is an archive again", async () => {
    const archive = await openTestArchive(EXAMPLE_FILES);
    await archive.store.close();
    const store = reopeningStore(archive.path);
    await store.summary();
    await rename(archive.path, `${archive.path}.away`);
    await writeFile(archive.path, "not an archive at all");
    await assert.rejects(store.summary(), { code: "foreign" });
    await rename(`${archive.path}.away`, archive.path);
    assert.equal((await store.summary()).total, 4);
    await store.close();
    await rm(path.dirname(archive.path), { recursive: true });
  });
});
