import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { PROJECT_ROOT } from "../../src/project-root.ts";

const FOLDER = path.join(PROJECT_ROOT, "dist", "src");

/** What a built file imports before any of it runs. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(FOLDER, file), "utf8");
  return [...text.matchAll(/^import\b[^;"(]*"([^"]+)"/gm)].map(([, name]) => name as string);
}

test("the program listens with two files of its own, and without the packages that only some answers need", () => {
  const bundles = readdirSync(FOLDER).filter((name) => name.startsWith("bundle-start-"));
  assert.equal(bundles.length, 1);
  const [start = ""] = bundles;
  const own = importsOf("main.js").filter((name) => name.startsWith("."));
  assert.deepEqual(own, [`./${start}`]);
  const others = importsOf(start).filter((name) => !name.startsWith("node:"));
  assert.deepEqual(others, []);
});
