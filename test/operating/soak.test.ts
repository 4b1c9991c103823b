import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

const SOAK = join(import.meta.dirname, "../../scripts/soak.js");

test("readers meet with no error and no wrong answer while imports go on", {
  timeout: 120_000,
}, () => {
  const run = spawnSync(process.execPath, [SOAK, "--seconds", "12"], { encoding: "utf8" });
  assert.equal(run.status, 0, run.stdout + run.stderr);
  assert.match(run.stdout, /^\d{2,} requests, [1-9]\d* imports, 0 errors or wrong answers$/m);
});
