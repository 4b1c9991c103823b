import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { BEING_WRITTEN, readBytes } from "../../../src/import/read-bytes.ts";
import { keepInStep } from "../../../src/import/watch/keep-in-step.ts";
import { Quiet } from "../../../src/import/watch/quiet.ts";

describe("a folder that the system cannot watch", () => {
  test("is looked over instead, and that is told once", async () => {
    const folder = mkdtempSync(join(tmpdir(), "dateline-looks-"));
    const stop = new AbortController();
    const told: string[] = [];
    let runs = 0;
    await keepInStep({
      folders: [folder],
      run: async () => {
        runs++;
        if (runs === 1) setTimeout(() => writeFileSync(join(folder, "a.txt"), "new"), 10);
        else stop.abort();
        return "done";
      },
      onLooking: (why) => told.push(why),
      stop: stop.signal,
      watch: () => {
        throw Object.assign(new Error("no more watches"), { code: "ENOSPC" });
      },
    });
    rmSync(folder, { recursive: true });
    assert.deepEqual([runs, told], [2, ["ENOSPC"]]);
  });
});

describe("a file that was changed just now", () => {
  test("is not read before it has been still for so long", () => {
    const folder = mkdtempSync(join(tmpdir(), "dateline-still-"));
    const file = join(folder, "a.txt");
    writeFileSync(file, "words");
    assert.deepEqual(readBytes(file, 100, 60_000), { refused: BEING_WRITTEN, notYet: true });
    assert.equal(String(readBytes(file, 100)), "words");
    rmSync(folder, { recursive: true });
  });
});

describe("quiet", () => {
  test("comes once nothing was marked for a while", async () => {
    const quiet = new Quiet();
    const marks = setInterval(() => quiet.mark(), 20);
    const began = performance.now();
    setTimeout(() => clearInterval(marks), 200);
    await quiet.settled(100, 5_000, new AbortController().signal);
    assert.ok(performance.now() - began >= 250);
  });

  test("comes at last although marks go on", async () => {
    const quiet = new Quiet();
    const marks = setInterval(() => quiet.mark(), 20);
    await quiet.settled(1_000, 300, new AbortController().signal);
    clearInterval(marks);
  });

  test("is not waited for after the end was told", async () => {
    const stop = new AbortController();
    const waiting = new Quiet().settled(10, 10, stop.signal);
    await pause(5);
    stop.abort();
    await assert.rejects(waiting, { name: "AbortError" });
  });
});
