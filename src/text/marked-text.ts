import { escapeHtml, type SafeHtml } from "./safe-html.ts";
import { type Span, wholeCharacters } from "./whole-characters.ts";

/** The text as HTML, with the stretches (in order, none overlapping) in `mark`. Every piece is escaped before it is marked. */
export function markedText(text: string, spans: readonly Span[]): SafeHtml {
  return withMarks(text, wholeCharacters(text, spans));
}

/** The same for stretches that are known to be of whole characters. */
export function withMarks(text: string, spans: readonly Span[]): SafeHtml {
  let html = "";
  let at = 0;
  for (const { start, end } of spans) {
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  return (html + escapeHtml(text.slice(at))) as SafeHtml;
}
