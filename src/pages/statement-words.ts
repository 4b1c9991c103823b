import type { Statement } from "../statements/statement.ts";
import { type Direction, directionOf } from "../text/direction.ts";
import { markedHtml } from "../text/marked-html.ts";
import { otherDirection } from "../text/paragraph-direction.ts";
import { paragraphsOf } from "../text/paragraphs.ts";
import type { SafeHtml } from "../text/safe-html.ts";
import type { Span } from "../text/whole-characters.ts";

export interface StatementParagraph {
  /** Without `#`. */
  anchor: string;
  /** `Link to paragraph 3` */
  label: string;
  /** Where it differs from the statement's. */
  direction: Direction | null;
  /** The words as typed, or the HTML of a Markdown block. */
  wordsHtml: SafeHtml;
}

/** The text of a statement, as `parts/words.ejs` prints it. */
export interface StatementWords {
  language: string;
  direction: Direction;
  /** Whether the paragraphs are plain words, which go into a `p`; blocks of Markdown bring elements of their own. */
  literal: boolean;
  paragraphs: StatementParagraph[];
}

/** Finds what is to be marked in words of the statement. */
export type Finder = (words: string) => Span[];

/** So many characters of a statement are marked; a text that is longer goes on without marks. */
const MOST_MARKED = 300_000;

/** `find` for a statement opened from a search. */
export function statementWords(
  statement: Pick<Statement, "text" | "format" | "blocks" | "language">,
  find: Finder | null = null,
): StatementWords {
  let room = find === null ? 0 : MOST_MARKED;
  const direction = directionOf(statement.language);
  return {
    language: statement.language,
    direction,
    literal: statement.format === "text" || statement.blocks === null,
    paragraphs: paragraphsOf(statement).map(({ anchor, text, html }, index) => {
      room -= html.length;
      return {
        anchor,
        label: `Link to paragraph ${index + 1}`,
        direction: otherDirection(text, direction),
        wordsHtml: find && room >= 0 ? markedHtml(html, find) : html,
      };
    }),
  };
}
