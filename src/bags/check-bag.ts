import { readdirSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { BAG_INFO, BAGIT, FETCH, MANIFEST, PAYLOAD, TAG_MANIFEST } from "./bag-files.ts";
import { damaged } from "./damaged.ts";
import { hashFile, readWhole } from "./hash-file.ts";
import { listFiles } from "./list-files.ts";
import { PathSet } from "./path-set.ts";
import { readManifest } from "./read-manifest.ts";

/** How many files are read before signals and other work have their turn. */
const TURN = 32;

/** The digits of a sum by each algorithm that is checked. */
const DIGITS: Record<string, number> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
};

const BAGIT_TEXT =
  /^BagIt-Version: (?:0\.97|1\.0)\r?\nTag-File-Character-Encoding: UTF-8(?:\r?\n)?$/i;

/** What the payload is: how many files, and of how many bytes. */
interface Payload {
  files: number;
  bytes: number;
}

/**
 * Whether the folder is a bag that is complete and valid (RFC 8493, 3), by every manifest that is there, of which those with SHA-256 must
 * be. Throws `bad-request` and names the file that is to blame. Memory: 8 bytes for each file.
 */
export async function checkBag(
  bag: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const names = readdirSync(bag);
  if (names.includes(FETCH)) throw damaged(bag, FETCH, "what is missing is never fetched");
  for (const name of [BAGIT, MANIFEST, TAG_MANIFEST]) {
    if (!names.includes(name)) throw damaged(bag, name, "it is missing");
  }
  const bagit = readWhole(bag, BAGIT, 1000).toString("utf8");
  if (!BAGIT_TEXT.test(bagit)) throw damaged(bag, BAGIT, "expected version 0.97 or 1.0, in UTF-8");
  for (const name of names) if (/^tagmanifest-.*\.txt$/.test(name)) checkTags(bag, name, names);
  const payload = payloadOf(bag);
  checkOxum(bag, names, payload);
  for (const name of names) {
    if (/^manifest-.*\.txt$/.test(name)) await checkPayload(bag, name, payload, onProgress);
  }
}

function algorithmOf(bag: string, name: string): { algorithm: string; digits: number } {
  const algorithm = name.slice(name.lastIndexOf("manifest-") + 9, -4);
  const digits = DIGITS[algorithm];
  if (digits === undefined) throw damaged(bag, name, `sums by ${algorithm} cannot be checked`);
  return { algorithm, digits };
}

/** Every manifest of the payload must be listed: it has no sum elsewhere. */
function checkTags(bag: string, name: string, names: string[]): void {
  const { algorithm, digits } = algorithmOf(bag, name);
  const listed = new Set<string>();
  for (const { path, sum } of readManifest(bag, name, { tags: true, digits })) {
    if (listed.has(path)) throw damaged(bag, name, `it lists ${path} twice`);
    listed.add(path);
    expectSum(bag, path, sum, algorithm);
  }
  const needed = names.filter(
    (one) => one === BAGIT || one === BAG_INFO || one.startsWith("manifest-"),
  );
  for (const one of needed)
    if (!listed.has(one)) throw damaged(bag, name, `it does not list ${one}`);
}

function expectSum(bag: string, path: string, sum: string, algorithm: string): void {
  const [found] = hashFile(bag, path, [algorithm]);
  if (found !== sum) throw damaged(bag, path, `its ${algorithm} is ${found}, expected ${sum}`);
}

function payloadOf(bag: string): Payload {
  const payload = { files: 0, bytes: 0 };
  for (const { bytes } of listFiles(bag, PAYLOAD)) {
    payload.files++;
    payload.bytes += bytes;
  }
  return payload;
}

/** `Payload-Oxum` (2.2.2): bytes and files. */
function checkOxum(bag: string, names: string[], { bytes, files }: Payload): void {
  if (!names.includes(BAG_INFO)) return;
  const info = readWhole(bag, BAG_INFO, 1_000_000).toString("utf8");
  const said = /^payload-oxum:[ \t]*(.*?)[ \t]*$/im.exec(info)?.[1];
  if (said === undefined || said === `${bytes}.${files}`) return;
  throw damaged(bag, PAYLOAD, `it has ${bytes} bytes in ${files} files, expected ${said}`);
}

async function checkPayload(
  bag: string,
  name: string,
  { files }: Payload,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const { algorithm, digits } = algorithmOf(bag, name);
  const listed = new PathSet();
  for (const { path, sum } of readManifest(bag, name, { tags: false, digits })) {
    if (!listed.add(path)) throw damaged(bag, name, `it lists ${path} twice`);
    expectSum(bag, path, sum, algorithm);
    if (listed.size % TURN !== 0) continue;
    onProgress(listed.size, files);
    await setImmediate();
  }
  if (listed.size === files) return;
  for (const { path } of listFiles(bag, PAYLOAD)) {
    if (!listed.has(path)) throw damaged(bag, path, `${name} does not list it`);
  }
}
