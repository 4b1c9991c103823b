import { type Direction, directionOf } from "./direction.ts";

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const LETTER = /\p{L}/gu;

/** The blocks that hold all such letters, as code units: a paragraph that has none of them, as most, is told at once. */
const PERHAPS_RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/** Letters enough to tell the direction of a paragraph. */
const ENOUGH = 400;

/**
 * The direction of a paragraph that is written in another script than its statement: that of most of its first
 * letters. `null` where it is the statement's own.
 */
export function otherDirection(text: string, statement: Direction): Direction | null {
  if (statement === "ltr" && !PERHAPS_RIGHT_TO_LEFT.test(text)) return null;
  let read = 0;
  let balance = 0;
  for (const [letter] of text.matchAll(LETTER)) {
    balance += RIGHT_TO_LEFT.test(letter) ? 1 : -1;
    if (++read === ENOUGH) break;
  }
  if (balance === 0) return null;
  const own = balance > 0 ? "rtl" : "ltr";
  return own === statement ? null : own;
}

/** The direction of words of their own, such as a headline: that of most of their letters, else that of the language. */
export function directionOfWords(words: string, language: string): Direction {
  const own = directionOf(language);
  return otherDirection(words, own) ?? own;
}
