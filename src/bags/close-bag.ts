import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { BAG_INFO, BAGIT, encodePath, MANIFEST, PAYLOAD, TAG_MANIFEST } from "./bag-files.ts";
import { hashFile } from "./hash-file.ts";
import { listFiles } from "./list-files.ts";

/** What `bag-info.txt` says beside sizes; `null` is left out. */
export interface BagInfo {
  title: string;
  siteUrl: string | null;
  contact: string | null;
  /** A day, `YYYY-MM-DD`. */
  baggingDate: string;
  software: string;
}

const TURN = 32;

/** A bag that is being written is none until `closeBag`: without the sums of its tag files nothing takes it for whole. */
export function openBag(bag: string): void {
  rmSync(path.join(bag, TAG_MANIFEST), { force: true });
  mkdirSync(path.join(bag, PAYLOAD), { recursive: true });
  write(bag, BAGIT, ["BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"]);
  // Whoever finds a bag that was broken off must know it from a folder of statements.
  write(bag, MANIFEST, []);
}

/** Writes the manifests of the payload as it is on the disk, and last the sums of all tag files. */
export async function closeBag(
  bag: string,
  info: BagInfo,
  onProgress: (done: number) => void,
): Promise<{ files: number; bytes: number }> {
  const payload = { files: 0, bytes: 0 };
  const part = path.join(bag, `${MANIFEST}.part`);
  const manifest = openSync(part, "w");
  try {
    for (const { path: name, bytes } of listFiles(bag, PAYLOAD)) {
      const [sum = ""] = hashFile(bag, name, ["sha256"]);
      writeAll(manifest, `${sum}  ${encodePath(name)}\n`);
      payload.files++;
      payload.bytes += bytes;
      if (payload.files % TURN !== 0) continue;
      onProgress(payload.files);
      await setImmediate();
    }
    fsyncSync(manifest);
  } finally {
    closeSync(manifest);
  }
  renameSync(part, path.join(bag, MANIFEST));
  write(bag, BAG_INFO, infoLines(info, payload));
  const tags = [BAG_INFO, BAGIT, MANIFEST].map((name) => {
    const [sum = ""] = hashFile(bag, name, ["sha256"]);
    return `${sum}  ${name}\n`;
  });
  write(bag, TAG_MANIFEST, tags);
  return payload;
}

function infoLines(info: BagInfo, { files, bytes }: { files: number; bytes: number }): string[] {
  const fields: [name: string, value: string | null][] = [
    ["External-Description", `${info.title}: an archive of dated statements`],
    ["External-Identifier", info.siteUrl],
    ["Contact-Email", info.contact?.includes("@") ? info.contact : null],
    ["Bagging-Date", info.baggingDate],
    ["Bag-Software-Agent", info.software],
    ["Payload-Oxum", `${bytes}.${files}`],
  ];
  return fields.filter(([, value]) => value !== null).map(([name, value]) => `${name}: ${value}\n`);
}

/** In its place whole, and on the disk. */
function write(bag: string, name: string, lines: string[]): void {
  const part = path.join(bag, `${name}.part`);
  const file = openSync(part, "w");
  try {
    for (const line of lines) writeAll(file, line);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path.join(bag, name));
}

/** A write may take less than it is given. */
function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
