import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";

const ROOT = join(import.meta.dirname, "../../..");

interface Locked {
  version?: string;
  integrity?: string;
  resolved?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
}

describe("the dependencies", () => {
  const manifest = read("package.json") as { dependencies: object; allowScripts: object };
  const { packages } = read("package-lock.json") as { packages: Record<string, Locked> };
  const locked = Object.entries(packages).filter(([name]) => name.startsWith("node_modules/"));

  test("are pinned, each to a version and the digest of what it is", () => {
    assert.ok(locked.length > 100);
    for (const [name, { version, integrity }] of locked) {
      assert.match(version ?? "", /^\d+\.\d+\.\d+/, name);
      assert.match(integrity ?? "", /^sha512-/, name);
    }
  });

  test("run one script when they are installed, that of the SQLite driver", () => {
    const scripts = locked.filter(([, entry]) => entry.hasInstallScript).map(([name]) => name);
    assert.deepEqual(scripts, ["node_modules/better-sqlite3"]);
    assert.deepEqual(manifest.allowScripts, { "better-sqlite3": true });
  });

  test("that a reader's request can reach are few", () => {
    assert.ok(Object.keys(manifest.dependencies).length <= 16);
    assert.ok(locked.filter(([, { dev }]) => !dev).length <= 150);
  });
});

function read(name: string): object {
  return JSON.parse(readFileSync(join(ROOT, name), "utf8")) as object;
}
