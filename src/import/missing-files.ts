import type { HeldElsewhere } from "./held-elsewhere.ts";
import type { KnownRunFile } from "./known-names.ts";
import type { Match } from "./match-files.ts";

/**
 * The known files that are gone from the folders of this run, and whose place no new name took. One that an earlier run
 * missed already is told of again for as long as no other file holds its statement.
 */
export async function missingFiles(
  known: ReadonlyMap<string, KnownRunFile>,
  matches: ReadonlyMap<string, Match>,
  elsewhere: HeldElsewhere,
): Promise<KnownRunFile[]> {
  const renamed = new Set<string | null>();
  const held = new Set<string>();
  for (const match of matches.values()) {
    if (match.outcome === "moved") renamed.add(match.from);
    if ("statement" in match) held.add(match.statement);
  }
  const missing: KnownRunFile[] = [];
  for (const [key, file] of known) {
    if (file.there || file.gone || renamed.has(key)) continue;
    const isHeld = held.has(file.statement) || (await elsewhere.ask(file.statement)) !== null;
    if (!file.missing || !isHeld) missing.push(file);
  }
  return missing.sort((a, b) => (a.source + a.path < b.source + b.path ? -1 : 1));
}
