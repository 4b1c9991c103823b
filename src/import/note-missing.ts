import type { ArchiveImport } from "../store/store.ts";
import type { HeldElsewhere } from "./held-elsewhere.ts";
import type { KnownRunFile } from "./known-names.ts";
import type { Match } from "./match-files.ts";

/** Tells the archive which names are gone, and which now stand for another statement, before anything takes their place. */
export async function noteMissing(
  archive: ArchiveImport,
  known: ReadonlyMap<string, KnownRunFile>,
  matches: ReadonlyMap<string, Match>,
  elsewhere: HeldElsewhere,
): Promise<void> {
  for (const [key, file] of known) {
    if (!file.missing && (!file.there || hasOtherStatement(file, matches.get(key)))) {
      await archive.noteMissing(file.source, file.path);
    }
  }
  for (const { folder, path } of elsewhere.gone) await archive.noteMissing(folder, path);
}

function hasOtherStatement(file: KnownRunFile, match: Match | undefined): boolean {
  return match !== undefined && !("statement" in match && match.statement === file.statement);
}
