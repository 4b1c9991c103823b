import { align } from "./align.ts";

/** Paragraphs that both wordings have, then those that only one has in their place. */
export interface WordingChange {
  kept: string[];
  removed: string[];
  added: string[];
}

/** The way from one wording to the other; as one change of the whole where more than `mostChanges` paragraphs come or go. */
export function wordingChanges(
  earlier: string[],
  later: string[],
  mostChanges: number,
): WordingChange[] {
  const found = align(earlier, later, mostChanges);
  if (!found) return [{ kept: [], removed: earlier, added: later }];
  const changes: WordingChange[] = [{ kept: [], removed: [], added: [] }];
  for (const { kind, strings } of found) {
    if (kind === "same") changes.push({ kept: strings, removed: [], added: [] });
    else (changes.at(-1) as WordingChange)[kind] = strings;
  }
  return changes;
}
