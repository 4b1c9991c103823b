const BETWEEN = /\n\s*\n/g;
const WORD = /\p{L}/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}\p{M}\p{Co}]/u;

/** The paragraphs of a text, in order, as typed; blank lines separate them. */
function* paragraphs(text: string): Generator<string> {
  let start = 0;
  for (const gap of text.matchAll(BETWEEN)) {
    yield text.slice(start, gap.index);
    start = gap.index + gap[0].length;
  }
  yield text.slice(start);
}

/** The paragraphs that hold a letter: rows of stars, rules and lone numbers are passed over. */
export function* paragraphsWithWords(text: string): Generator<string> {
  for (const paragraph of paragraphs(text)) {
    if (WORD.test(paragraph)) yield paragraph;
  }
}

/** The first paragraph with words; else the first in which anything can be seen; else `null`. */
export function firstParagraph(text: string): string | null {
  for (const paragraph of paragraphsWithWords(text)) return paragraph;
  for (const paragraph of paragraphs(text)) {
    if (VISIBLE.test(paragraph)) return paragraph;
  }
  return null;
}
