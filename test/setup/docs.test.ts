import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { START_HELP } from "../../src/start-command.ts";

const ROOT = join(import.meta.dirname, "../../..");

const DOCUMENTS = [
  "README.md",
  "CHANGELOG.md",
  "data/README.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

describe("the documents", () => {
  for (const document of DOCUMENTS) {
    test(`${document} leads to files that are there`, () => {
      for (const [, target = ""] of read(document).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) {
        assert.ok(existsSync(join(ROOT, dirname(document), target)), target);
      }
    });
  }

  test("list every decision, each with a number of its own", () => {
    const files = readdirSync(join(ROOT, "docs/decisions")).filter((name) => !/^0000/.test(name));
    const listed = read("docs/decisions/0000-index.md").matchAll(/\]\((\d{4}-[^)]+\.md)\)/g);
    assert.deepEqual([...listed].map(([, name]) => name).sort(), files.sort());
    assert.equal(new Set(files.map((name) => name.slice(0, 4))).size, files.length);
  });

  test("give a reason for each dependency, and for none that is not there", () => {
    const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const rows = read("docs/dependencies.md").matchAll(/^\| ((?!package|-)[^|]+) \|/gm);
    const explained = [...rows].flatMap(([, row = ""]) => row.split(", "));
    const wanted = names.map((name) => (name.startsWith("@types/") ? "@types/…" : name));
    assert.deepEqual([...new Set(explained)].sort(), [...new Set(wanted)].sort());
  });

  test("name every setting that the program reads", () => {
    const settings = read("src/config.ts").matchAll(/setting\(env, "([A-Z_]+)"/g);
    for (const [, name = ""] of settings) {
      assert.ok(read("README.md").includes(`\`${name}\``), name);
      assert.match(START_HELP, new RegExp(`^ {2}${name} `, "m"));
    }
  });
});

function read(name: string): string {
  return readFileSync(join(ROOT, name), "utf8");
}
