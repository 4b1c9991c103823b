import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Holds a folder against RFC 8493, clause by clause; shares nothing with the program. */
export function expectValidBag(bag: string): void {
  const text = (name: string) => readFileSync(join(bag, name), "utf8");
  // 2.1.1: exactly two lines, without a byte order mark.
  assert.equal(text("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  // 2.1.2 and 2.1.3: a payload, and a manifest that lists every file of it once, in order to be complete.
  const payload = filesUnder(bag, "data");
  const manifest = manifestOf(text("manifest-sha256.txt"));
  assert.deepEqual([...manifest.keys()].sort(), [...payload].sort());
  for (const [name, sum] of manifest) assert.equal(sha256(join(bag, name)), sum, name);
  // 2.2.1: the tag manifest lists every payload manifest, and no payload and no tag manifest.
  const tags = manifestOf(text("tagmanifest-sha256.txt"));
  for (const [name, sum] of tags) assert.equal(sha256(join(bag, name)), sum, name);
  assert.deepEqual([...tags.keys()].sort(), ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"]);
  // 2.2.2: label, colon, one linear white space, value; Payload-Oxum once, of bytes and files.
  const info = text("bag-info.txt");
  for (const line of info.trimEnd().split("\n")) assert.match(line, /^[A-Za-z-]+: \S.*$/);
  const bytes = payload.reduce((sum, name) => sum + lstatSync(join(bag, name)).size, 0);
  assert.deepEqual(info.match(/^Payload-Oxum: .*$/gm), [
    `Payload-Oxum: ${bytes}.${payload.length}`,
  ]);
  assert.match(info, /^Bagging-Date: \d{4}-\d\d-\d\d$/m);
  // 2.2.3: nothing is left to be fetched.
  assert.ok(!readdirSync(bag).includes("fetch.txt"));
}

function manifestOf(text: string): Map<string, string> {
  assert.ok(text.endsWith("\n"));
  const lines = text.slice(0, -1).split("\n");
  const entries = lines.map((line): [string, string] => {
    const [, sum = "", name = ""] = /^([0-9a-f]{64})[ \t]+([^\r\n]+)$/.exec(line) ?? [];
    assert.notEqual(name, "", line);
    assert.ok(!name.startsWith("/") && !name.startsWith("~") && !name.includes(".."), name);
    return [name, sum];
  });
  assert.equal(new Set(entries.map(([name]) => name)).size, entries.length);
  return new Map(entries);
}

/** Paths under the bag with `/` between their parts; anything that is neither file nor folder fails. */
export function filesUnder(bag: string, folder: string): string[] {
  return readdirSync(join(bag, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    assert.ok(entry.isDirectory() || entry.isFile(), name);
    return entry.isDirectory() ? filesUnder(bag, name) : [name];
  });
}

export function sha256(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
