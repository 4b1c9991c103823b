import type { ComparedParagraph } from "../text/compare-wordings.ts";
import { wordCount } from "./word-count.ts";
import { counted, figure } from "./wording.ts";

/** How far two wordings differ, in words. */
export interface ComparisonCounts {
  /** `3 of 6 paragraphs differ`, or that none does. */
  paragraphs: string;
  /** `31 words added`; `null` where nothing was. */
  added: string | null;
  /** `2 words removed`; `null` where nothing was. */
  removed: string | null;
  /** Said where paragraphs differ, and yet no word was added or removed. */
  signsOnly: string | null;
}

export function comparisonCounts(paragraphs: ComparedParagraph[]): ComparisonCounts {
  const differing = paragraphs.filter((paragraph) => paragraph.changed).length;
  const added = wordsOf(paragraphs, "added");
  const removed = wordsOf(paragraphs, "removed");
  const signsOnly = differing > 0 && added + removed === 0;
  return {
    paragraphs: differingInWords(differing, paragraphs.length),
    added: added === 0 ? null : `${counted(added, "word")} added`,
    removed: removed === 0 ? null : `${counted(removed, "word")} removed`,
    signsOnly: signsOnly ? "only in signs or spaces" : null,
  };
}

function wordsOf(paragraphs: ComparedParagraph[], kind: "added" | "removed"): number {
  let count = 0;
  for (const { parts } of paragraphs) {
    for (const part of parts) if (part.kind === kind) count += wordCount(part.text);
  }
  return count;
}

function differingInWords(differing: number, all: number): string {
  if (differing === 0) return "The words of the two are the same";
  const verb = differing === 1 ? "differs" : "differ";
  return `${figure(differing)} of ${counted(all, "paragraph")} ${verb}`;
}
