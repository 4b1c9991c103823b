import type { ArchiveImport, KnownFile } from "../store/store.ts";
import type { KnownName } from "./match-files.ts";
import type { FoldersRead } from "./read-folders.ts";
import { fileKey, type RunFile } from "./run-file.ts";

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
  const present = new Map(read.files.map((file) => [file.key, file]));
  const names = new Map<string, KnownRunFile>();
  for (const root of read.roots) {
    for await (const file of knownUnder(archive, root.source)) {
      const written = fileKey(root.source, file.path);
      const seen = present.get(written);
      const there = seen !== undefined || wasNotLookedAt(read, written, root.only);
      // The strings of the first reading serve again, where there are any: a hundred thousand files have many.
      names.set(seen?.key ?? written, nameOf(file, root.source, there, seen));
    }
  }
  return names;
}

/** Page by page, so that they are never all there twice. */
async function* knownUnder(archive: ArchiveImport, source: string): AsyncGenerator<KnownFile> {
  let after: string | null = null;
  for (;;) {
    const page: KnownFile[] = await archive.knownFiles(source, after);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.path;
  }
}

function wasNotLookedAt(read: FoldersRead, key: string, only: Set<string> | null): boolean {
  return only !== null || read.unread.some((folder) => key.startsWith(folder));
}

function nameOf(
  file: KnownFile,
  source: string,
  there: boolean,
  seen: RunFile | undefined,
): KnownRunFile {
  const { statement, missing, main, overruled, gone } = file;
  const path = seen?.path ?? file.path;
  const written = Buffer.from(file.sha256).toString("latin1");
  const sha256 = seen?.left === null && seen.sha256 === written ? seen.sha256 : written;
  return { source, path, statement, sha256, missing, main, there, overruled, gone };
}
