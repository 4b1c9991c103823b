import { findQuotation, type Quotation, quotableText } from "./find-quotation.ts";
import { markedHtml, wordsToMark } from "./marked-html.ts";
import type { SafeHtml } from "./safe-html.ts";
import type { Span } from "./whole-characters.ts";

/** The id of the first marked stretch. No anchor of a paragraph is like it. */
export const QUOTED_ID = "quote";

/** Browsers that know no `mark` show text in `b` in another way than the rest. */
const OPEN = '<b class="quoted"><mark>';
const FIRST_OPEN = `<b class="quoted"><mark id="${QUOTED_ID}">`;
const TAGS = { open: OPEN, close: "</mark></b>" };

/** A quotation may go over the end of a paragraph. */
const BETWEEN = "\n\n";

export interface MarkedQuotation {
  /** The paragraphs, in order, with every place of the quotation marked. */
  htmls: SafeHtml[];
  /** How many places; 0 leaves the paragraphs as they are. */
  places: number;
}

/**
 * The paragraphs of a text with the quotation marked wherever they hold it word for word (see `findQuotation`), also over
 * the end of a paragraph. A stretch that goes over a tag is marked on both sides of it; the first one has the id `QUOTED_ID`.
 */
export function markQuotation(htmls: readonly SafeHtml[], quotation: Quotation): MarkedQuotation {
  const words = htmls.map(wordsToMark);
  const places = findQuotation(quotableText(words.join(BETWEEN)), quotation);
  if (places.length === 0) return { htmls: [...htmls], places: 0 };
  let start = 0;
  const marked = htmls.map((html, index) => {
    const end = start + (words[index] as string).length;
    const own = placesWithin(places, start, end);
    start = end + BETWEEN.length;
    return own.length === 0 ? html : markedHtml(html, () => own, TAGS);
  });
  return { htmls: withId(marked), places: places.length };
}

/** The visible words of all paragraphs, as quotations are looked for in them. */
export function wordsToQuote(htmls: readonly SafeHtml[]): string {
  return htmls.map(wordsToMark).join(BETWEEN);
}

function placesWithin(places: Span[], start: number, end: number): Span[] {
  return places
    .filter((place) => place.start < end && place.end > start)
    .map((place) => ({
      start: Math.max(place.start, start) - start,
      end: Math.min(place.end, end) - start,
    }));
}

/** Text is escaped, so that these very tags are none but ours. */
function withId(htmls: SafeHtml[]): SafeHtml[] {
  const first = htmls.findIndex((html) => html.includes(OPEN));
  return htmls.map((html, index) =>
    index === first ? (html.replace(OPEN, FIRST_OPEN) as SafeHtml) : html,
  );
}
