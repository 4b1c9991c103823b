import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { holdsTest } from "./test-titles.ts";

const ROOT = join(import.meta.dirname, "../../..");

describe("each threat", () => {
  const text = readFileSync(join(ROOT, "docs/threats.md"), "utf8");
  const rows = text.split("\n").filter((line) => /^\| (?!threat|---)/.test(line));

  for (const row of rows) {
    const [, threat = "", file = "", title = ""] =
      /^\| ([^|]+) \| [^|]+ \| `(test\/[^`]+)`: ([^|]*)\|$/.exec(row) ?? [];
    test(`is held by a test: ${threat}`, () => {
      assert.notEqual(file, "", row);
      assert.ok(holdsTest(file, title.trim()), `${file}: ${title}`);
    });
  }

  test("has a line of its own", () => {
    assert.ok(rows.length >= 40);
    assert.equal(new Set(rows).size, rows.length);
  });
});
