import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";

const PREPARE = join(import.meta.dirname, "../../../scripts/prepare.mjs");

describe("preparing where development dependencies are left out", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "dateline-prepare-"));
    cpSync(PREPARE, join(folder, "scripts/prepare.mjs"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("is content with a dist/ that is there", () => {
    mkdirSync(join(folder, "dist/src"), { recursive: true });
    writeFileSync(join(folder, "dist/src/main.js"), "");
    assert.equal(prepare().status, 0);
  });

  test("fails without one, and says what to do", () => {
    const { status, stderr } = prepare();
    assert.equal(status, 1);
    assert.match(stderr, /npm ci.*development dependencies/s);
  });

  function prepare() {
    return spawnSync(process.execPath, ["scripts/prepare.mjs"], { cwd: folder, encoding: "utf8" });
  }
});
