import { foldName } from "../../statements/fold-name.ts";
import type { NameKind } from "../../statements/statement-filter.ts";

/** What the `name` table keeps: names by which statements are listed, and their tags. */
export type KeptName = NameKind | "tag";

/** The tags under which a statement is counted: of those that differ only in case, the first. */
export function countedTags(tags: readonly string[]): string[] {
  const byFold = new Map<string, string>();
  for (const tag of tags) {
    const folded = foldName(tag);
    if (!byFold.has(folded)) byFold.set(folded, tag);
  }
  return [...byFold.values()];
}
