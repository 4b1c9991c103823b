import { fold } from "./fold.ts";
import { ALONE, APOSTROPHE, classOf, LETTER, MARK, partsAtApostrophes } from "./letter-classes.ts";

/** A word as it is looked up. */
export interface ReadWord {
  /** As written, without what an apostrophe joins to it. */
  bare: string;
  /** `""` where nothing of it can be looked up. */
  folded: string;
  /** A letter of a script that does not part words, such as Chinese or Thai. */
  alone: boolean;
}

/** A word of a text: where it stands (UTF-16 offsets, `end` not included) and the form under which it is looked up. */
export interface Word extends ReadWord {
  start: number;
  end: number;
}

/**
 * The words of a text in order, as readers would type them; "ministry’s" is looked up as "ministry". With `mayBegin`,
 * only those whose first letter, a code point, passes it: the others cost next to nothing.
 */
export function* wordsOf(text: string, mayBegin?: (codePoint: number) => boolean): Generator<Word> {
  let end = 0;
  for (;;) {
    const start = startOfWord(text, end);
    if (start === text.length) return;
    end = endOfWord(text, start);
    if (mayBegin && !mayBegin(text.codePointAt(start) as number) && !isElided(text, start)) {
      continue;
    }
    const word = readWord(text.slice(start, end));
    if (word.folded !== "") yield { start, end, ...word };
  }
}

/** Where the first word begins that does so at `from` or behind it; the text's length where none does. */
export function startOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const codePoint = text.codePointAt(at) as number;
    const kind = classOf(codePoint);
    if (kind === LETTER || kind === ALONE) return at;
    at += widthOf(codePoint);
  }
  return at;
}

/** Where the word that begins at `start` ends: behind its letters, digits and their marks; an apostrophe stays where a letter follows it. */
export function endOfWord(text: string, start: number): number {
  const first = text.codePointAt(start) as number;
  const isAlone = classOf(first) === ALONE;
  let at = start + widthOf(first);
  while (at < text.length) {
    const codePoint = text.codePointAt(at) as number;
    const kind = classOf(codePoint);
    const inside = kind === MARK || (!isAlone && (kind === LETTER || joins(text, at, kind)));
    if (!inside) break;
    at += widthOf(codePoint);
  }
  return at;
}

/** A word of a text, from its start to its end. */
export function readWord(written: string): ReadWord {
  const bare = withoutElision(written);
  const alone = classOf(written.codePointAt(0) as number) === ALONE;
  return { bare, folded: fold(bare), alone };
}

function widthOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1;
}

function joins(text: string, at: number, kind: number): boolean {
  return kind === APOSTROPHE && classOf(text.codePointAt(at + 1) ?? 0) === LETTER;
}

/** Whether the word may be looked up under what follows its apostrophe. */
function isElided(text: string, start: number): boolean {
  const isApostrophe = (at: number) => classOf(text.charCodeAt(at) || 0) === APOSTROPHE;
  return isApostrophe(start + 1) || isApostrophe(start + 2);
}

/**
 * English and Turkic endings behind an apostrophe fall off; a short French article before one does, too ("l’accord"). In
 * Cyrillic letters it parts two sounds of one word, and falls off alone ("сім’я").
 */
function withoutElision(word: string): string {
  const [first = "", second = "", ...others] = partsAtApostrophes(word);
  if (/^\p{Script=Cyrillic}/u.test(word)) return first + second + others.join("");
  return first.length <= 2 && second.length > 2 ? second : first;
}
