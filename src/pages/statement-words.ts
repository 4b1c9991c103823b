import type { Statement } from "../statements/statement.ts";
import { paragraphsOf } from "../text/paragraphs.ts";
import type { SafeHtml } from "../text/safe-html.ts";
import { type Direction, directionOf } from "./direction.ts";
import { otherDirection } from "./paragraph-direction.ts";

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

export function statementWords(
  statement: Pick<Statement, "text" | "format" | "blocks" | "language">,
): StatementWords {
  const direction = directionOf(statement.language);
  return {
    language: statement.language,
    direction,
    literal: statement.format === "text" || statement.blocks === null,
    paragraphs: paragraphsOf(statement).map((paragraph, index) => ({
      anchor: paragraph.anchor,
      label: `Link to paragraph ${index + 1}`,
      direction: otherDirection(paragraph.text, direction),
      wordsHtml: paragraph.html,
    })),
  };
}
