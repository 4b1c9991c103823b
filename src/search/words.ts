import { fold } from "./fold.ts";

/** A word of a text: where it stands (UTF-16 offsets, `end` not included) and the form under which it is looked up. */
export interface Word {
  start: number;
  end: number;
  folded: string;
}

/** Scripts that do not part words: each of their letters counts as a word, and what is typed is looked for letter by letter. */
const UNPARTED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}々〆ヶー";

const WORD = new RegExp(
  `(?=[${UNPARTED}])\\p{L}\\p{M}*|(?:(?![${UNPARTED}])[\\p{L}\\p{N}\\p{Co}]\\p{M}*)+(?:['’](?:(?![${UNPARTED}])[\\p{L}]\\p{M}*)+)*`,
  "gu",
);

/** Whether the word is a letter of a script that does not part words. */
export const UNPARTED_LETTER = new RegExp(`^[${UNPARTED}]`, "u");

/** The words of a text in order, as readers would type them; "ministry’s" is looked up as "ministry". */
export function* wordsOf(text: string): Generator<Word> {
  for (const match of text.matchAll(WORD)) {
    const folded = fold(withoutElision(match[0]));
    if (folded !== "") yield { start: match.index, end: match.index + match[0].length, folded };
  }
}

/** English and Turkic endings behind an apostrophe fall off; a short French article before one does, too ("l’accord"). */
function withoutElision(word: string): string {
  const parts = word.split(/['’]/u);
  const [first = "", second = ""] = parts;
  if (parts.length === 1) return word;
  return first.length <= 2 && second.length > 2 ? second : first;
}
