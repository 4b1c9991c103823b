import type { Statement, StatementWording } from "../statements/statement.ts";
import { type Direction, directionOf } from "../text/direction.ts";
import type { Quotation } from "../text/find-quotation.ts";
import { markedHtml } from "../text/marked-html.ts";
import { markQuotation } from "../text/marked-quotation.ts";
import { otherDirection } from "../text/paragraph-direction.ts";
import { type Paragraph, paragraphsOf } from "../text/paragraphs.ts";
import type { SafeHtml } from "../text/safe-html.ts";
import type { Span } from "../text/whole-characters.ts";
import { type AnchorsHere, anchorsHere } from "./earlier-anchors.ts";

export interface StatementParagraph {
  /** Without `#`. */
  anchor: string;
  /** Of earlier wordings, which lead here. */
  earlier: AnchorsHere;
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
  /** Anchors of paragraphs that stood at the end. */
  end: AnchorsHere;
}

/** Finds what is to be marked in words of the statement. */
export type Finder = (words: string) => Span[];

export interface WordsRequest {
  /** For a statement opened from a search. */
  find: Finder | null;
  quotation: Quotation | null;
  /** Any wordings of the statement, newest first. */
  wordings: StatementWording[];
}

/** So many characters of a statement are searched for hits; a text that is longer goes on without marks. */
const MOST_MARKED = 300_000;

/** The text with all that is marked in it, and how many places hold the quotation. */
export function statementWords(
  statement: Pick<Statement, "text" | "format" | "blocks" | "language" | "revision">,
  { find, quotation, wordings }: WordsRequest,
): { words: StatementWords; places: number } {
  const direction = directionOf(statement.language);
  const paragraphs = paragraphsOf(statement);
  const found = find === null ? paragraphs.map(htmlOf) : markedHits(paragraphs, find);
  const { htmls, places } =
    quotation === null ? { htmls: found, places: 0 } : markQuotation(found, quotation);
  const anchors = anchorsHere(statement.revision, paragraphs, wordings);
  const words = {
    language: statement.language,
    direction,
    literal: statement.format === "text" || statement.blocks === null,
    paragraphs: paragraphs.map(({ anchor, text }, index) => ({
      anchor,
      earlier: anchors[index] as AnchorsHere,
      label: `Link to paragraph ${index + 1}`,
      direction: otherDirection(text, direction),
      wordsHtml: htmls[index] as SafeHtml,
    })),
    end: anchors[paragraphs.length] as AnchorsHere,
  };
  return { words, places };
}

function markedHits(paragraphs: Paragraph[], find: Finder): SafeHtml[] {
  let room = MOST_MARKED;
  return paragraphs.map(({ html }) => {
    room -= html.length;
    return room >= 0 ? markedHtml(html, find) : html;
  });
}

function htmlOf({ html }: Paragraph): SafeHtml {
  return html;
}
