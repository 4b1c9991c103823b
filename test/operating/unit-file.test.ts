import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { debianTest } from "../support/debian.ts";

const ROOT = join(import.meta.dirname, "../../..");

describe("the files of docs/operating", () => {
  debianTest("systemd", "systemd finds nothing wrong with the unit", () => {
    const folder = mkdtempSync(join(tmpdir(), "dateline-unit-"));
    const unit = join(folder, "dateline@3001.service");
    copyFileSync(join(ROOT, "docs/operating/dateline.service"), unit);
    const { status, stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", unit], {
      encoding: "utf8",
    });
    rmSync(folder, { recursive: true });
    const own = stderr.split("\n").filter((line) => line.includes("dateline"));
    assert.deepEqual([status, own], [0, []]);
  });

  test("the image copies what there is, and runs without a privilege", () => {
    const text = readFileSync(join(ROOT, "Dockerfile"), "utf8");
    for (const [, name = ""] of text.matchAll(/--from=build \/build\/(\S+)/g)) {
      assert.ok(["package.json", "node_modules", "dist", "views", "public", "data"].includes(name));
    }
    assert.match(text, /^USER node$/m);
    assert.match(text, /^HEALTHCHECK /m);
  });
});
