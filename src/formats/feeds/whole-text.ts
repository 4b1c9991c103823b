import type { Statement } from "../../statements/statement.ts";
import { directionOf } from "../../text/direction.ts";
import { otherDirection } from "../../text/paragraph-direction.ts";
import { type Paragraph, paragraphsOf } from "../../text/paragraphs.ts";
import { escapeHtml } from "../../text/safe-html.ts";
import { hasColumns } from "../../text/set-out.ts";

/**
 * The whole text of a statement as HTML that needs no style: line breaks are `br`, and what stands in columns is `pre`. Language and direction
 * are on it, and on paragraphs of another direction.
 */
export function wholeText(
  statement: Pick<Statement, "text" | "format" | "blocks" | "language">,
): string {
  const { language } = statement;
  const direction = directionOf(language);
  const literal = statement.format === "text" || statement.blocks === null;
  const paragraphs = paragraphsOf(statement).map((paragraph) => {
    const other = otherDirection(paragraph.text, direction);
    return literal ? literalParagraph(paragraph, other) : block(paragraph, other);
  });
  const attributes = `lang="${escapeHtml(language)}" dir="${direction}"`;
  return `<div ${attributes}>\n${paragraphs.join("\n")}\n</div>`;
}

function literalParagraph({ html }: Paragraph, direction: string | null): string {
  const lines = html.split("\n");
  if (hasColumns(lines)) return `<pre${dir(direction)}>${html}</pre>`;
  return `<p${dir(direction)}>${lines.join("<br>")}</p>`;
}

function block({ html }: Paragraph, direction: string | null): string {
  return direction === null ? html : `<div${dir(direction)}>${html}</div>`;
}

function dir(direction: string | null): string {
  return direction === null ? "" : ` dir="${direction}"`;
}
