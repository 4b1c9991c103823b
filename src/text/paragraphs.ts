import type { RenderedBlock, TextFormat } from "../statements/statement.ts";
import { unwrapLines, wrapWidth } from "./hard-wrap.ts";
import { paragraphAnchors } from "./paragraph-anchors.ts";
import { escapeHtml, renderedHtml, type SafeHtml } from "./safe-html.ts";
import { isBlank, splitParagraphs } from "./split-paragraphs.ts";

/** One paragraph of a literal text, or one top-level block of a Markdown text. */
export interface Paragraph {
  /** Without `#`; no other paragraph of the statement has it. */
  anchor: string;
  /** As typed, without the blank lines around it; raw Markdown for a Markdown block. */
  text: string;
  /** For the page: a literal text escaped, hard wraps joined, other line breaks as `\n`; a Markdown block rendered. */
  html: SafeHtml;
}

/** The paragraphs of a statement in order; Markdown that could not be rendered (`blocks` is `null`) is literal text. */
export function paragraphsOf(content: {
  text: string;
  format: TextFormat;
  blocks: RenderedBlock[] | null;
}): Paragraph[] {
  const shown =
    content.format === "markdown" && content.blocks
      ? content.blocks.map(({ text, html }) => ({
          text: withoutBlankEnds(text),
          html: renderedHtml(html),
        }))
      : literalParagraphs(content.text);
  const anchors = paragraphAnchors(shown.map(({ text }) => text));
  return shown.map(({ text, html }, index) => ({ anchor: anchors[index] as string, text, html }));
}

/** The literal text with its hard-wrapped paragraphs joined (see `unwrapLines`), and one blank line between paragraphs. */
export function unwrapped(text: string): string {
  return unwrappedParagraphs(splitParagraphs(text)).join("\n\n");
}

function literalParagraphs(text: string): { text: string; html: SafeHtml }[] {
  const paragraphs = splitParagraphs(text);
  return unwrappedParagraphs(paragraphs).map((words, index) => ({
    text: (paragraphs[index] as string[]).join("\n"),
    html: escapeHtml(words),
  }));
}

function unwrappedParagraphs(paragraphs: string[][]): string[] {
  // Only where one has several lines does it matter how wide they are.
  if (paragraphs.every((lines) => lines.length === 1)) return paragraphs.flat();
  const width = wrapWidth(paragraphs);
  return paragraphs.map((lines, index) => unwrapLines(lines, width, index === 0));
}

function withoutBlankEnds(text: string): string {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => !isBlank(line));
  const last = lines.findLastIndex((line) => !isBlank(line));
  return lines.slice(first, last + 1).join("\n");
}
