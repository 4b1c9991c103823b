import type { Effort } from "./compare-words.ts";
import { pairParagraphs } from "./pair-paragraphs.ts";
import { wordingChanges } from "./wording-changes.ts";

/** The anchor of a paragraph that an earlier wording had and the present one has not. */
export interface FormerAnchor {
  /** Without `#`. */
  anchor: string;
  /** The number, from 0, of the paragraph that took its place; of one that is gone, of the paragraph that now stands where it stood. */
  paragraph: number;
  /** Whether no paragraph took its place. */
  gone: boolean;
}

/** A wording as far as anchors go. */
export interface AnchoredParagraph {
  anchor: string;
  text: string;
}

/** Squares of paragraphs that differ which one page may cost; a pair that is weighed counts as many as that. */
const EFFORT = 400_000;
const PAIR = 20;

/** More anchors than that a page does not carry. */
const MOST_ANCHORS = 1_000;

/**
 * Where the anchors of earlier wordings lead in the present one: each to the paragraph that took its place from wording to
 * wording, or, where that is gone, to where it stood. `wordings` are in order, the present one last. Anchors that the present
 * wording has are left out. The work is bounded: beyond it paragraphs that changed go by their place.
 */
export function formerAnchors(wordings: readonly AnchoredParagraph[][]): FormerAnchor[] {
  const present = wordings.at(-1) ?? [];
  const known = new Set(present.map(({ anchor }) => anchor));
  const found: FormerAnchor[] = [];
  const effort: Effort = { left: EFFORT };
  /** Where each paragraph of the wording behind leads in the present one. */
  let behind: Place[] = present.map((_, index) => ({ paragraph: index, gone: false }));
  for (let n = wordings.length - 2; n >= 0; n--) {
    const earlier = wordings[n] as AnchoredParagraph[];
    const steps = stepsBetween(earlier, wordings[n + 1] as AnchoredParagraph[], effort);
    behind = steps.map((step) => placeBehind(step, behind, present.length));
    for (const [index, { anchor }] of earlier.entries()) {
      if (known.has(anchor) || found.length === MOST_ANCHORS) continue;
      known.add(anchor);
      found.push({ anchor, ...(behind[index] as Place) });
    }
  }
  return found;
}

interface Place {
  /** The number of paragraphs stands for the end. */
  paragraph: number;
  gone: boolean;
}

function placeBehind({ paragraph, gone }: Place, behind: Place[], end: number): Place {
  const next = behind[paragraph] ?? { paragraph: end, gone: true };
  return { paragraph: next.paragraph, gone: gone || next.gone };
}

/** Where each paragraph of `earlier` leads in `later`. */
function stepsBetween(
  earlier: AnchoredParagraph[],
  later: AnchoredParagraph[],
  effort: Effort,
): Place[] {
  const places: Place[] = [];
  let column = 0;
  const most = Math.floor(Math.sqrt(effort.left));
  for (const { kept, removed, added } of wordingChanges(textsOf(earlier), textsOf(later), most)) {
    for (const _ of kept) places.push({ paragraph: column++, gone: false });
    places.push(...changedPlaces(removed, added, column, effort));
    column += added.length;
    effort.left -= (removed.length + added.length) ** 2;
  }
  effort.left = Math.max(0, effort.left);
  return places;
}

/** Where paragraphs lead that were replaced by those from number `first` on; without effort left, by their place alone. */
function changedPlaces(removed: string[], added: string[], first: number, effort: Effort): Place[] {
  const cost = removed.length * added.length * PAIR;
  if (cost > effort.left) {
    const share = added.length / removed.length;
    return removed.map((_, row) => ({ paragraph: first + Math.floor(row * share), gone: true }));
  }
  effort.left -= cost;
  const places: Place[] = [];
  let column = 0;
  for (const [row, counterpart] of pairParagraphs(removed, added)) {
    const paragraph = first + (counterpart ?? column);
    if (row !== null) places.push({ paragraph, gone: counterpart === null });
    if (counterpart !== null) column = counterpart + 1;
  }
  return places;
}

function textsOf(paragraphs: AnchoredParagraph[]): string[] {
  return paragraphs.map(({ text }) => text);
}
