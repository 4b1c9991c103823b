import type { RenderedBlock } from "../statements/statement.ts";

const CHARACTERS: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** The visible words of rendered blocks: lines as on the page, blocks separated by a blank line. */
export function plainTextOf(blocks: readonly RenderedBlock[]): string {
  return blocks
    .map(({ html }) => visibleText(html))
    .filter((words) => words !== "")
    .join("\n\n");
}

/** The words that HTML of this folder shows: what a page sets on a line of its own, on a line of its own; cells apart by a tab. */
export function visibleText(html: string): string {
  const lines = html
    .replace(/<br>|<(?:ul|ol|pre|blockquote)\b[^>]*>|<\/(?:p|h[2-6]|li|pre|tr)>/g, "\n")
    .replace(/<\/t[hd]>/g, "\t")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (reference) => CHARACTERS[reference] as string)
    .split("\n");
  return lines
    .map((line) => line.trimEnd())
    .filter((line) => line !== "")
    .join("\n")
    .trim();
}
