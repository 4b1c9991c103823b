import { keepsItsStop } from "./abbreviations.ts";
import { firstParagraph, paragraphsWithWords } from "./paragraphs-with-words.ts";
import { plainLine } from "./plain-line.ts";
import { firstSentenceEnd } from "./sentence-end.ts";
import { shortenAtWord } from "./shorten.ts";

/** The longest headline, in UTF-16 code units: then it is at most that long in code points and graphemes too. */
export const HEADLINE_LENGTH = 120;
/** The longest excerpt, counted as the headline is. */
export const EXCERPT_LENGTH = 240;

/** How far a sentence is read: whether a quotation closes within it decides where it ends. */
const READ_AHEAD = 2000;
const BULLET = /^[•◦▪‣●■·*–—-] (?![•◦▪‣●■·*–—-])/u;
const NO_WORDS = "…";

function openingLine(paragraph: string, limit: number): string {
  return plainLine(paragraph, limit).replace(BULLET, "");
}

/** Without the one full stop at the end, which headlines go without; the stop of an abbreviation stays. */
function withoutFinalStop(sentence: string): string {
  const bare = sentence.replace(/[,;:،、，；：]$/u, "").trimEnd();
  const stopped = /^(.*[^\p{Sentence_Terminal}…])[.。｡։।۔።។။]$/u.exec(bare)?.[1];
  if (stopped === undefined) return bare;
  const lastWord = /[\p{L}\p{N}.]+$/u.exec(stopped)?.[0] ?? "";
  return bare.endsWith(".") && keepsItsStop(lastWord) ? bare : stopped.trimEnd();
}

/**
 * What a statement without a title is listed under: the first sentence of its first paragraph with words, on one line,
 * without its final full stop; at most 120 UTF-16 code units, a longer one shortened at a word with "…". `text` is plain,
 * unwrapped, without its dateline. Never empty: a text in which nothing can be seen gives "…".
 */
export function deriveHeadline(text: string): string {
  const line = openingLine(firstParagraph(text) ?? "", READ_AHEAD);
  const sentence = line.slice(0, firstSentenceEnd(line, line.length >= READ_AHEAD));
  return shortenAtWord(withoutFinalStop(sentence), HEADLINE_LENGTH) || NO_WORDS;
}

/**
 * The words after the headline, where the text begins with it, else the text's first words: one line of at most 240 UTF-16
 * code units, cut at a word with "…". `text` as for `deriveHeadline`. Empty where nothing follows.
 */
export function excerptAfter(text: string, headline: string): string {
  let line = "";
  for (const paragraph of paragraphsWithWords(text)) {
    const words = openingLine(paragraph, READ_AHEAD);
    line = line === "" ? words : `${line} ${words}`;
    if (line.length > HEADLINE_LENGTH + EXCERPT_LENGTH + 1) break;
  }
  const words =
    headline.endsWith("…") && !line.startsWith(headline) ? headline.slice(0, -1) : headline;
  const rest = words !== "" && line.startsWith(words) ? line.slice(words.length) : line;
  return shortenAtWord(rest.replace(/^[\s.,;:。։।۔…]+/u, ""), EXCERPT_LENGTH);
}
