import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openStore } from "../../src/store/open-store.ts";
import { writeFiles } from "../support/import-trial.ts";

const COMMAND = join(import.meta.dirname, "../../scripts/import.js");
const FILES = 1500;
const KILLS = 12;

/** The exit status, or `null` where it was killed after `afterMs` milliseconds. */
function runImport(
  folder: string,
  database: string,
  signal: NodeJS.Signals,
  afterMs: number | null,
): Promise<number | null> {
  const env = { ...process.env, DATELINE_DATABASE: database };
  const child = spawn(process.execPath, [COMMAND, folder], { env, stdio: "ignore" });
  const timer = afterMs === null ? null : setTimeout(() => child.kill(signal), afterMs);
  return new Promise((resolve) => {
    child.on("exit", (status) => {
      if (timer) clearTimeout(timer);
      resolve(status);
    });
  });
}

async function totalOf(database: string): Promise<number> {
  const store = await openStore(database, { readOnly: false });
  const { total } = await store.summary();
  const filter = { from: null, to: null, agency: null, place: null, language: null, tag: null };
  const counted = await store.total({ query: null, filter });
  await store.close();
  assert.equal(counted, total);
  return total;
}

test("an import that is killed at any moment leaves the archive whole, and the next one completes", async () => {
  const root = mkdtempSync(join(tmpdir(), "dateline-killed-"));
  const folder = join(root, "folder");
  const database = join(root, "archive.db");
  try {
    for (let n = 0; n < FILES; n++) {
      const day = String((n % 28) + 1).padStart(2, "0");
      writeFiles(folder, {
        [`${n}.txt`]: `date 2023-01-${day} Statement ${n} of the ministry. ${"Words. ".repeat(100)}\n`,
      });
    }
    const began = performance.now();
    assert.equal(await runImport(folder, join(root, "other.db"), "SIGKILL", null), 0);
    const whole = performance.now() - began;
    for (let kill = 0; kill < KILLS; kill++) {
      const signal = kill % 4 === 3 ? "SIGINT" : "SIGKILL";
      await runImport(folder, database, signal, (whole * (kill + 1)) / KILLS);
      const total = await totalOf(database);
      assert.ok(total === 0 || total === FILES, `${total} statements after kill ${kill}`);
    }
    assert.equal(await runImport(folder, database, "SIGKILL", null), 0);
    assert.equal(await totalOf(database), FILES);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
