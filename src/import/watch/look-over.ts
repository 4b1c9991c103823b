import { createHash, type Hash } from "node:crypto";
import { type Dirent, lstatSync, readdirSync } from "node:fs";

/** A path with a character for each byte: names need not be UTF-8. */
export type BytePath = string;

/** What stands in a folder at one moment. */
export interface Look {
  /** The folder itself and those below it, each with what tells it from a later one of that name. */
  folders: Map<BytePath, string>;
  /** Another value whenever a file came, went or was written. */
  print: string;
}

/** Opens nothing but folders. Hidden folders are not looked into, as imports do not. One that is not there, or cannot be opened, counts as empty. */
export function lookOver(root: BytePath): Look {
  const folders = new Map<BytePath, string>();
  const print = createHash("sha1");
  lookInto(root, folders, print);
  return { folders, print: print.digest("base64") };
}

function lookInto(folder: BytePath, folders: Map<BytePath, string>, print: Hash): void {
  const found = entriesOf(folder);
  if (found === null) return;
  folders.set(folder, found.identity);
  print.update(`${folder}/\n`);
  for (const entry of found.entries) {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) print.update(`${path} ${stateOf(path)}\n`);
    else if (!entry.name.startsWith(".")) lookInto(path, folders, print);
  }
}

function entriesOf(folder: BytePath): { identity: string; entries: Dirent[] } | null {
  try {
    const { dev, ino, birthtimeMs } = lstatSync(bytesOf(folder));
    const entries = readdirSync(bytesOf(folder), { withFileTypes: true, encoding: "latin1" });
    return { identity: `${dev}:${ino}:${birthtimeMs}`, entries };
  } catch {
    return null;
  }
}

function stateOf(path: BytePath): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = lstatSync(bytesOf(path));
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  } catch {
    return "gone";
  }
}

export function bytesOf(path: BytePath): Buffer {
  return Buffer.from(path, "latin1");
}
