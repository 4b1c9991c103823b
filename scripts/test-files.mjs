// The test files by name: `node --test FOLDER` and its patterns mean other things on Node 20, 22 and 24.
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

/** Compiled test files whose path holds one of the words (all where there are none), sorted. */
export function testFiles(words) {
  const entries = readdirSync("dist/test", { recursive: true });
  return entries
    .filter((name) => name.endsWith(".test.js"))
    .map((name) => join("dist/test", name))
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
    .sort();
}

const FOLDERS = /[\\/](browser|setup|backups|bags|export|verify|faults|operating)[\\/]/;

const FILES = [
  "columns",
  "command-line",
  "greedy",
  "hostile-files",
  "indexed-words",
  "listen",
  "load-rest",
  "malformed-http",
  "payloads",
  "plain-matches",
  "readers",
].map((name) => `${name}.test.js`);

/** Tests that no time zone can change, and that cost the most: they run once. */
export function runsOnce(file) {
  return FOLDERS.test(file) || FILES.includes(basename(file));
}
