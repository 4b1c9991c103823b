import { fold } from "./fold.ts";
import { ALONE, APOSTROPHE, classOf, LETTER, MARK } from "./letter-classes.ts";

/** A word of a text: where it stands (UTF-16 offsets, `end` not included) and the form under which it is looked up. */
export interface Word {
  start: number;
  end: number;
  /** As written, without what an apostrophe joins to it. */
  bare: string;
  folded: string;
  /** A letter of a script that does not part words, such as Chinese or Thai. */
  alone: boolean;
}

/**
 * The words of a text in order, as readers would type them; "ministry’s" is looked up as "ministry". With `mayBegin`,
 * only those whose first letter, a code point, passes it: the others cost next to nothing.
 */
export function* wordsOf(text: string, mayBegin?: (codePoint: number) => boolean): Generator<Word> {
  let start = 0;
  while (start < text.length) {
    const first = text.codePointAt(start) ?? 0;
    const kind = classOf(first);
    if (kind !== LETTER && kind !== ALONE) {
      start += widthAt(text, start);
      continue;
    }
    const alone = kind === ALONE;
    const end = alone ? endOfMarks(text, start + widthAt(text, start)) : endOfWord(text, start);
    if (mayBegin && !mayBegin(first) && !isElided(text, start)) {
      start = end;
      continue;
    }
    const bare = withoutElision(text.slice(start, end));
    const folded = fold(bare);
    if (folded !== "") yield { start, end, bare, folded, alone };
    start = end;
  }
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function endOfMarks(text: string, from: number): number {
  let at = from;
  while (at < text.length && classOf(text.codePointAt(at) ?? 0) === MARK) at += widthAt(text, at);
  return at;
}

/** Letters, digits and their marks; an apostrophe stays where a letter follows it. */
function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const kind = classOf(text.codePointAt(at) ?? 0);
    const inside =
      kind === LETTER ||
      kind === MARK ||
      (kind === APOSTROPHE && classOf(text.codePointAt(at + 1) ?? 0) === LETTER);
    if (!inside) break;
    at += widthAt(text, at);
  }
  return at;
}

/** Whether the word may be looked up under what follows its apostrophe. */
function isElided(text: string, start: number): boolean {
  const isApostrophe = (at: number) => classOf(text.charCodeAt(at) || 0) === APOSTROPHE;
  return isApostrophe(start + 1) || isApostrophe(start + 2);
}

/** English and Turkic endings behind an apostrophe fall off; a short French article before one does, too ("l’accord"). */
function withoutElision(word: string): string {
  if (!word.includes("'") && !word.includes("’")) return word;
  const [first = "", second = ""] = word.split(/['’]/u);
  return first.length <= 2 && second.length > 2 ? second : first;
}
