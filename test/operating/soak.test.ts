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

test("a wrong length or option is refused with status 2, and what it is", () => {
  for (const args of [["--seconds", "soon"], ["--frobnicate"]]) {
    const run = spawnSync(process.execPath, [SOAK, ...args], { encoding: "utf8" });
    assert.equal(run.status, 2);
    assert.match(
      run.stderr,
      /^(--seconds: expected a whole number from 1|Unknown option '--frobnicate')/,
    );
  }
});
