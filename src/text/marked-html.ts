import { type MarkTags, withMarks } from "./marked-text.ts";
import type { SafeHtml } from "./safe-html.ts";
import { type Span, wholeCharacters } from "./whole-characters.ts";

const TAG = /(<[^>]*>)/;
/** Tags inside a line: words go on over them. */
const INLINE = /^<\/?(?:a|code|del|em|mark|strong)\b/;

const CHARACTERS: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/**
 * HTML of this folder with what `find` finds in its visible words in `mark`. A match that goes over a tag is marked on both
 * sides of it; tags, attributes and character references stay whole.
 */
export function markedHtml(
  html: SafeHtml,
  find: (words: string) => readonly Span[],
  tags?: MarkTags,
): SafeHtml {
  const parts = html.split(TAG).map((part) => ({ part, words: wordsOfPart(part) }));
  const words = parts.map((part) => part.words).join("");
  const spans = wholeCharacters(words, find(words));
  if (spans.length === 0) return html;
  let at = 0;
  let next = 0;
  const marked = parts.map((part) => {
    const [start, end] = [at, at + part.words.length];
    at = end;
    if (TAG.test(part.part)) return part.part;
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    return withMarks(part.words, within(spans, next, start, end), tags);
  });
  return marked.join("") as SafeHtml;
}

/** The visible words of HTML of this folder, as `find` of `markedHtml` is given them. */
export function wordsToMark(html: SafeHtml): string {
  return html.split(TAG).map(wordsOfPart).join("");
}

/** What a tag or the text between two tags shows; a tag that ends a line keeps the words before and behind it apart. */
function wordsOfPart(part: string): string {
  if (TAG.test(part)) return INLINE.test(part) ? "" : "\n";
  return part.replace(/&(?:amp|lt|gt|quot|#39);/g, (reference) => CHARACTERS[reference] as string);
}

/** The stretches from number `first` on that reach into the part, as offsets in it. */
function within(spans: readonly Span[], first: number, start: number, end: number): Span[] {
  const inside: Span[] = [];
  // Nothing stands between two tags in a row.
  if (start === end) return inside;
  for (let index = first; (spans[index]?.start ?? end) < end; index++) {
    const span = spans[index] as Span;
    inside.push({
      start: Math.max(span.start, start) - start,
      end: Math.min(span.end, end) - start,
    });
  }
  return inside;
}
