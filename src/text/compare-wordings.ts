import { type ComparedPart, compareWords, type Effort } from "./compare-words.ts";
import { pairParagraphs } from "./pair-paragraphs.ts";
import type { Paragraph } from "./paragraphs.ts";
import { wordingChanges } from "./wording-changes.ts";

/** A paragraph of either wording, or the same one in both. */
export interface ComparedParagraph {
  changed: boolean;
  /** The `same` and `added` parts joined are the later text of the paragraph, the `same` and `removed` ones the earlier. */
  parts: ComparedPart[];
}

/** Paragraphs that may have come or gone before all are compared by resemblance alone. */
const MOST_CHANGES = 500;

/** Squares of differing words that one answer may cost (see `Effort`): some 20 ms. */
const EFFORT = 400_000;

/**
 * Two wordings of a statement, paragraph by paragraph in the order of both, and word by word within a paragraph that
 * changed. A changed paragraph is compared with the one it resembles; one that resembles none is added or removed as a
 * whole, and so is what differs too much to be compared in a tenth of a second.
 */
export function compareWordings(earlier: Paragraph[], later: Paragraph[]): ComparedParagraph[] {
  const effort: Effort = { left: EFFORT };
  return wordingChanges(earlier.map(textOf), later.map(textOf), MOST_CHANGES).flatMap(
    ({ kept, removed, added }) => [
      ...kept.map((text) => compared(text, text, effort)),
      ...pairParagraphs(removed, added).map(([row, column]) =>
        compared(textAt(removed, row), textAt(added, column), effort),
      ),
    ],
  );
}

function compared(earlier: string, later: string, effort: Effort): ComparedParagraph {
  if (earlier === later) return { changed: false, parts: [{ kind: "same", text: later }] };
  return { changed: true, parts: compareWords(earlier, later, effort) };
}

function textOf({ text }: Paragraph): string {
  return text;
}

/** The empty text stands for the counterpart that is not there. */
function textAt(texts: string[], place: number | null): string {
  return place === null ? "" : (texts[place] as string);
}
