import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { GUARDS } from "../../scripts/sabotage/guards.ts";
import { holdsTest } from "./test-titles.ts";

const ROOT = join(import.meta.dirname, "../../..");
const DIFFS = join(ROOT, "scripts/sabotage/diffs");

describe("guards that are taken out", () => {
  test("have a diff each, and no diff is without one", () => {
    const names = GUARDS.map(({ name }) => `${name}.diff`);
    assert.deepEqual(readdirSync(DIFFS).sort(), [...names].sort());
    assert.ok(names.length >= 30);
  });

  for (const { name, file, test: title } of GUARDS) {
    test(`${name} is still there, and so is its test`, () => {
      const check = ["apply", "--check", "--unidiff-zero", join(DIFFS, `${name}.diff`)];
      // The folder need not be a repository's.
      const applied = spawnSync("git", check, { cwd: ROOT, encoding: "utf8" });
      assert.equal(applied.status, 0, applied.stderr);
      assert.ok(readFileSync(join(DIFFS, `${name}.diff`), "utf8").includes("\n-"));
      assert.ok(holdsTest(`test/${file}.test.ts`, title), `${file}: ${title}`);
    });
  }
});
