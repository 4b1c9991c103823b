import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { it } from "node:test";
import { DatelineError } from "../../../src/errors.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { add, imported, importing } from "../contract/made-statements.ts";
import { importChild } from "./run-child.ts";
import { inFolder } from "./temporary-folder.ts";

it("a reader sees another process's run as soon as it is over, without opening again", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    await (await openStore(path, { readOnly: false })).close();
    const reader = await openStore(path, { readOnly: true });
    const child = importChild(path, "other", 800);
    await child.said("begun");
    assert.equal((await reader.summary()).total, 0);
    assert.match(await child.ended, /committed/);
    assert.equal((await reader.summary()).total, 800);
    await reader.close();
  }));

it("two processes wait for each other", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    const store = await openStore(path, { readOnly: false });
    const child = await importing(store, async (run) => {
      await add(run, { date: "2023-01-26" });
      const other = importChild(path, "other", 10);
      await new Promise((resolve) => setTimeout(resolve, 500));
      await add(run, { date: "2023-01-27" });
      return { other };
    });
    assert.match(await child.other.ended, /begun\nadded\ncommitted/);
    assert.equal((await store.summary()).total, 12);
    await store.close();
  }));

it("processes that open a new archive at once make one archive", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    const children = ["a", "b", "c", "d"].map((run) => importChild(path, run, 5));
    for (const child of children) assert.match(await child.ended, /committed/);
    const store = await openStore(path, { readOnly: true });
    assert.equal((await store.summary()).total, 20);
    await store.close();
  }));

it("a disk that is full leaves the archive as it was, and the next run completes", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    const store = await openStore(path, { readOnly: false });
    await imported(store, [{ date: "2023-01-27" }]);
    const before = await store.summary();
    // A limit on the size of files is what a process can have of a full disk without one.
    const limited = importChild(path, "limited", 60_000, "ulimit -f 8192;");
    assert.equal(await limited.ended, "begun\nfailed unavailable\n");
    assert.deepEqual(await store.summary(), before);
    assert.match(await importChild(path, "next", 10).ended, /committed/);
    assert.equal((await store.summary()).total, 11);
    await store.close();
  }));

it("a reader that may not write beside the archive is told what to do", () =>
  inFolder(async (folder) => {
    const path = `${folder}/archive.db`;
    const store = await openStore(path, { readOnly: false });
    await imported(store, [{ date: "2023-01-27" }]);
    await store.close();
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    const asRoot = process.geteuid?.() === 0;
    if (asRoot) process.seteuid?.(65_534);
    try {
      const refused = (error: unknown) =>
        error instanceof DatelineError &&
        error.code === "unavailable" &&
        /Let this user write to the folder/.test(error.message);
      await assert.rejects(openStore(path, { readOnly: true }), refused);
    } finally {
      if (asRoot) process.seteuid?.(0);
      chmodSync(folder, 0o755);
    }
  }));
