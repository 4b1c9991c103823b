import type { Dirent } from "node:fs";

const TAG_FILES = ["bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"];

/** Whether a folder that holds these is a BagIt bag (RFC 8493), whole or not: its source files have a history that only the bag tells. */
export function holdsBag(found: ReadonlyMap<string, Dirent<Buffer>>): boolean {
  const tags = TAG_FILES.filter((name) => found.get(name)?.isFile());
  return tags.length >= 2 && found.get("data")?.isDirectory() === true;
}
