import { enclosuresOf, outermostOpening } from "./enclosures.ts";

/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const DANGLING = /[\s,;:·–—\-/([{（「『《【«“„‘"'…、，；：]+$/u;
/** The share of the room that must be used for the cut to fall before a quotation. */
const ENOUGH_BEFORE_QUOTATION = 0.5;

const words = new Intl.Segmenter("en", { granularity: "word" });
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

function lastBoundary(segmenter: Intl.Segmenter, line: string, most: number): number {
  let last = 0;
  for (const { index } of segmenter.segment(line.slice(0, most + 60))) {
    if (index > most) break;
    last = index;
  }
  return last;
}

/** The last place at or before `most` that lies between two words: 0 where there is none. */
function lastWordEnd(line: string, most: number): number {
  const space = Math.max(0, line.lastIndexOf(" ", most));
  if (!UNSPACED.test(line.slice(space, most + 1))) return space;
  return Math.max(space, lastBoundary(words, line, most));
}

/** Without what cannot stand before "…": an opening mark, half of a spaced number, an abbreviation cut from its name. */
function tidied(words: string, following: string): string {
  let kept = words.replace(DANGLING, "");
  const splitsNumber = /^\s?\d/.test(following) && /\d$/.test(kept);
  if (splitsNumber) kept = kept.replace(/[\d\s.,]+$/u, "").replace(DANGLING, "");
  while (/\S\s+\S*\.$/u.test(kept)) kept = kept.replace(/\s+\S*$/u, "").replace(DANGLING, "");
  return kept || words;
}

/**
 * The line, or its first whole words with "…" where it is longer than `most` UTF-16 code units ("…" counts). The cut falls
 * before a quotation or bracket that it would break, if enough stands before that. Where one word is longer than `most`, the cut falls between
 * two characters as readers see them (grapheme clusters of UAX #29), never inside one.
 */
export function shortenAtWord(line: string, most: number): string {
  if (line.length <= most) return line;
  const room = most - 1;
  const cut = lastWordEnd(line, room) || lastBoundary(graphemes, line, room);
  const opening = outermostOpening(enclosuresOf(line, true), cut);
  const end = opening >= most * ENOUGH_BEFORE_QUOTATION ? opening : cut;
  return `${tidied(line.slice(0, end), line.slice(end, end + 2))}…`;
}
