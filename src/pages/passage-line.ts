import type { HitWords } from "../statements/hit-words.ts";
import type { Direction } from "../text/direction.ts";
import { markedText } from "../text/marked-text.ts";
import { directionOfWords } from "../text/paragraph-direction.ts";
import type { SafeHtml } from "../text/safe-html.ts";

/** The words below a headline, as `parts/statement-lines.ejs` prints them. */
export interface PassageLine {
  /** The paragraph that holds them; `null` for words that are no passage. */
  href: string | null;
  wordsHtml: SafeHtml;
  direction: Direction;
}

/** The passage, or the excerpt without marks where there is none; `null` where there is nothing to show. */
export function passageLine(
  { passage }: HitWords,
  excerpt: string,
  language: string,
  href: string,
): PassageLine | null {
  if (passage === null) {
    if (excerpt === "") return null;
    const direction = directionOfWords(excerpt, language);
    return { href: null, wordsHtml: markedText(excerpt, []), direction };
  }
  const { text, matches, before, after } = passage;
  const lead = before ? "… " : "";
  const shifted = matches.map(({ start, end }) => ({
    start: start + lead.length,
    end: end + lead.length,
  }));
  return {
    href: `${href}#${passage.anchor}`,
    wordsHtml: markedText(`${lead}${text}${after ? " …" : ""}`, shifted),
    direction: directionOfWords(passage.text, language),
  };
}
