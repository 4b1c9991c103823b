import type { TokensList } from "marked";
import type { RenderedBlock } from "../statements/statement.ts";
import { MarkdownHtml } from "./markdown-html.ts";
import { markdownTokens } from "./markdown-tokens.ts";
import { escapeHtml } from "./safe-html.ts";
import { withinTime } from "./within-time.ts";

export { plainTextOf } from "./plain-text.ts";

/** In UTF-16 units: the longest transcript known has 213,000. Larger texts could take too much memory. */
const LONGEST = 500_000;

/** An ordinary text of the greatest length takes a third of this, and a usual one 1 ms. */
const MILLISECONDS = 600;

/**
 * The top-level blocks of a Markdown text in order, `[]` where it is blank; `null` where it cannot be rendered within its
 * bounds of length, time, depth, table cells and repeated addresses. Never throws.
 *
 * The blocks' `text`s joined are the whole text: blank lines and link definitions, which show nothing, belong to the
 * block before them, or to the first block. The `html` holds only elements and attributes that this folder wrote:
 * HTML in the text is shown as typed, nothing is loaded, and links lead only to http, https, mailto and `#fragment`.
 */
export function renderMarkdown(text: string): RenderedBlock[] | null {
  if (text.length > LONGEST) return null;
  try {
    return withinTime(MILLISECONDS, () => renderedBlocks(text, markdownTokens(text)));
  } catch {
    // Its bounds, its clock, the stack, or a fault of the parser: the text is kept, and read literally.
    return null;
  }
}

function renderedBlocks(text: string, tokens: TokensList): RenderedBlock[] {
  const writer = new MarkdownHtml(text.length);
  const blocks: RenderedBlock[] = [];
  let start = 0;
  let end = 0;
  for (const token of tokens) {
    end += token.raw.length;
    const html = writer.block(token);
    const last = blocks.at(-1);
    if (html === "" && last) last.text += text.slice(start, end);
    if (html !== "") blocks.push({ text: text.slice(start, end), html });
    if (html !== "" || last) start = end;
  }
  return blocks.length > 0 || text.trim() === "" ? blocks : [shownAsTyped(text)];
}

/** A text of nothing but link definitions would be an empty page. */
function shownAsTyped(text: string): RenderedBlock {
  return { text, html: `<p>${escapeHtml(text.trim())}</p>` };
}
