import type { CheckedPassage } from "../statements/quotation-check.ts";
import type { StatementWording } from "../statements/statement.ts";
import { findQuotation, type Quotation, quotableText, readQuotation } from "./find-quotation.ts";
import { wordsToQuote } from "./marked-quotation.ts";
import { nearestPassage, type SoughtQuotation, soughtQuotation } from "./nearest-passage.ts";
import { paragraphsOf } from "./paragraphs.ts";

/** Where wordings hold a quotation. */
export interface FoundPassage extends Omit<CheckedPassage, "statement"> {
  /** How much of the quotation stands there: 1 where all does word for word, else less. */
  share: number;
}

/** Looks for one quotation in one statement after another. */
export type Checker = (
  /** The present one first. */
  wordings: StatementWording[],
  /** Of the file's own; else `null`. */
  headline: string | null,
) => FoundPassage | null;

/**
 * Finds the newest wording that holds the quotation word for word, or that has it in its headline, else the one that comes nearest to it;
 * `null` where none does. `null` itself for a quotation that holds no word.
 */
export function checkerFor(typed: string): Checker | null {
  const quotation = readQuotation(typed);
  if (quotation === null) return null;
  const sought = soughtQuotation(typed);
  return (wordings, headline) => {
    const texts = wordings.map((wording) =>
      wordsToQuote(paragraphsOf(wording).map(({ html }) => html)),
    );
    return (
      exactIn(texts, wordings, quotation) ??
      exactIn(headline === null ? [] : [headline], wordings, quotation) ??
      nearestIn(texts, wordings, sought)
    );
  };
}

function exactIn(
  texts: string[],
  wordings: StatementWording[],
  quotation: Quotation,
): FoundPassage | null {
  for (const [index, text] of texts.entries()) {
    const [place] = findQuotation(quotableText(text), quotation);
    if (!place) continue;
    const passage = text.slice(place.start, place.end);
    return { ...wordingAt(wordings, index), passage, words: [], share: 1 };
  }
  return null;
}

/** All the words may be there with other signs between them: that is not word for word. */
const BELOW_EXACT = 0.999;

function nearestIn(
  texts: string[],
  wordings: StatementWording[],
  sought: SoughtQuotation,
): FoundPassage | null {
  let best: FoundPassage | null = null;
  for (const [index, text] of texts.entries()) {
    const near = nearestPassage(text, sought);
    if (!near || near.share <= (best?.share ?? 0)) continue;
    const { start, end, words } = near;
    const share = Math.min(near.share, BELOW_EXACT);
    best = { ...wordingAt(wordings, index), passage: text.slice(start, end), words, share };
  }
  return best;
}

function wordingAt(wordings: StatementWording[], index: number) {
  return { revision: wordings[index]?.n ?? 1, present: index === 0 };
}
