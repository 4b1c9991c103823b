import type { ArchiveImport, KnownFile } from "../store/store.ts";
import type { KnownName } from "./match-files.ts";
import type { PlainMatches } from "./plain-matches.ts";
import type { FoldersRead } from "./read-folders.ts";
import { fileKey } from "./run-file.ts";

/** A known file with what this run saw of it. */
export interface KnownRunFile extends KnownName {
  source: string;
  path: string;
}

/**
 * The files that earlier runs know in the folders of this one, by key, without those that are unchanged: `plain` takes note of
 * these.
 */
export async function knownNames(
  archive: ArchiveImport,
  { files, unread }: FoldersRead,
  plain: PlainMatches,
): Promise<Map<string, KnownRunFile>> {
  const names = new Map<string, KnownRunFile>();
  for (const root of files.roots) {
    const { source, only } = root;
    for await (const file of knownUnder(archive, source)) {
      const number = files.find(root, file.path);
      const key = fileKey(source, file.path);
      const wasLookedAt = only === null && !unread.some((folder) => key.startsWith(folder));
      const known = knownFile(file, number >= 0 || !wasLookedAt);
      if (!plain.takeUnchanged(number, known)) names.set(key, known);
    }
  }
  return names;
}

/** Page by page, so that they are never all there at once. */
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

function knownFile({ folder: source, sha256, ...file }: KnownFile, there: boolean): KnownRunFile {
  return { ...file, source, sha256: Buffer.from(sha256).toString("latin1"), there };
}
