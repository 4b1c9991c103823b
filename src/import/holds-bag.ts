import type { Dirent } from "node:fs";

const TAG_FILES = ["bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"];

/** What a folder holds. */
export interface FolderContent {
  /** As `displayedName` writes them, in no order. */
  names: string[];
  /** Those that are no regular files. */
  others: Map<string, Dirent>;
}

/** Whether a folder that holds these is a BagIt bag (RFC 8493), whole or not: its source files have a history that only the bag tells. */
export function holdsBag({ names, others }: FolderContent): boolean {
  if (!others.get("data")?.isDirectory()) return false;
  const tags = TAG_FILES.filter((name) => names.includes(name) && !others.has(name));
  return tags.length >= 2;
}
