import type { StatementWording } from "../statements/statement.ts";
import { formerAnchors } from "../text/former-anchors.ts";
import { type Paragraph, paragraphsOf } from "../text/paragraphs.ts";

/** Anchors of earlier wordings that lead to one place, without `#`. */
export interface AnchorsHere {
  /** Of those whose place this paragraph took. */
  replaced: string[];
  /** Of those that stood before it and are gone. */
  gone: string[];
}

/** What leads to each paragraph of that revision, and, last, to its end. `wordings` are any of the statement's, newest first. */
export function anchorsHere(
  revision: number,
  paragraphs: Paragraph[],
  wordings: StatementWording[],
): AnchorsHere[] {
  const places = Array.from(
    { length: paragraphs.length + 1 },
    (): AnchorsHere => ({ replaced: [], gone: [] }),
  );
  const earlier = wordings.filter(({ n }) => n < revision).map((wording) => paragraphsOf(wording));
  if (earlier.length === 0) return places;
  for (const { anchor, paragraph, gone } of formerAnchors([...earlier.toReversed(), paragraphs])) {
    places[paragraph]?.[gone ? "gone" : "replaced"].push(anchor);
  }
  return places;
}
