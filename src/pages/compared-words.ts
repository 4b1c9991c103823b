import type { ComparedParagraph } from "../text/compare-wordings.ts";

/** A stretch of words in a comparison. */
export interface ComparedStretch {
  kind: "same" | "added" | "removed";
  text: string;
  /** Whether a space of our own stands before it: words added would run into the words removed that they replace. */
  apart: boolean;
}

export interface ComparedWords {
  changed: boolean;
  parts: ComparedStretch[];
}

const ENDS_IN_WORD = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const BEGINS_WITH_WORD = /^[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The paragraphs for the eye; every `text` is as it came. */
export function comparedWords(paragraphs: ComparedParagraph[]): ComparedWords[] {
  return paragraphs.map(({ changed, parts }) => ({
    changed,
    parts: parts.map(({ kind, text }, index) => {
      const before = parts[index - 1];
      const replaces = before !== undefined && before.kind !== "same" && kind !== "same";
      const apart = replaces && ENDS_IN_WORD.test(before.text) && BEGINS_WITH_WORD.test(text);
      return { kind, text, apart };
    }),
  }));
}
