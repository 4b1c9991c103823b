import type { ArchiveImport, KnownFile } from "../store/store.ts";
import type { KnownName } from "./match-files.ts";
import type { FoldersRead } from "./read-folders.ts";
import { fileKey } from "./run-file.ts";

/** A known file with what this run saw of it. */
export interface KnownRunFile extends KnownName {
  source: string;
  path: string;
}

/** The files that earlier runs know in the folders of this one, by key. */
export async function knownNames(
  archive: ArchiveImport,
  read: FoldersRead,
): Promise<Map<string, KnownRunFile>> {
  const present = new Set(read.files.map(({ key }) => key));
  const names = new Map<string, KnownRunFile>();
  for (const root of read.roots) {
    for (const file of await archive.knownFiles(root.source)) {
      const key = fileKey(root.source, file.path);
      const there = present.has(key) || wasNotLookedAt(read, key, root.only);
      names.set(key, nameOf(file, root.source, there));
    }
  }
  return names;
}

function wasNotLookedAt(read: FoldersRead, key: string, only: Set<string> | null): boolean {
  return only !== null || read.unread.some((folder) => key.startsWith(folder));
}

function nameOf(file: KnownFile, source: string, there: boolean): KnownRunFile {
  const { path, statement, missing, main } = file;
  const sha256 = Buffer.from(file.sha256).toString("latin1");
  return { source, path, statement, sha256, missing, main, there };
}
