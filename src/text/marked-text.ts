import { escapeHtml, type SafeHtml } from "./safe-html.ts";
import { type Span, wholeCharacters } from "./whole-characters.ts";

/** What stands before and behind a marked stretch. */
export interface MarkTags {
  open: string;
  close: string;
}

const MARK: MarkTags = { open: "<mark>", close: "</mark>" };

/** The text as HTML, with the stretches (in order, none overlapping) in `mark`. Every piece is escaped before it is marked. */
export function markedText(text: string, spans: readonly Span[]): SafeHtml {
  return withMarks(text, wholeCharacters(text, spans));
}

/** The same for stretches that are known to be of whole characters. */
export function withMarks(
  text: string,
  spans: readonly Span[],
  { open, close }: MarkTags = MARK,
): SafeHtml {
  let html = "";
  let at = 0;
  for (const { start, end } of spans) {
    html += escapeHtml(text.slice(at, start)) + open + escapeHtml(text.slice(start, end)) + close;
    at = end;
  }
  return (html + escapeHtml(text.slice(at))) as SafeHtml;
}
