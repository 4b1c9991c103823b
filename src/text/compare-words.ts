import { align, type Run } from "./align.ts";
import { piecesOf } from "./words.ts";

/** Words that two wordings share, or that only the later (`added`) or only the earlier (`removed`) has. */
export interface ComparedPart {
  kind: "same" | "added" | "removed";
  text: string;
}

/** How much comparing may still be done for one answer: a comparison costs the square of the pieces that differ. */
export interface Effort {
  left: number;
}

/** Pieces that may differ between two paragraphs; past it, they are told apart as wholes. */
const MOST_CHANGES = 400;

/**
 * Two texts word by word. The `same` and `added` parts joined are `later`, the `same` and `removed` ones `earlier`; what
 * was removed stands before what was added in its place. No part is empty, and no two neighbours are of one kind.
 */
export function compareWords(earlier: string, later: string, effort: Effort): ComparedPart[] {
  const mostChanges = Math.min(MOST_CHANGES, Math.floor(Math.sqrt(effort.left)));
  const runs = align(piecesOf(earlier), piecesOf(later), mostChanges);
  effort.left -= (runs ? changedPieces(runs) : mostChanges) ** 2;
  if (!runs) return inOrder([part("removed", earlier), part("added", later)]);
  return inOrder(withoutStraySpaces(runs.map(({ kind, strings }) => part(kind, strings.join("")))));
}

function part(kind: ComparedPart["kind"], text: string): ComparedPart {
  return { kind, text };
}

function changedPieces(runs: Run[]): number {
  return runs.reduce((sum, { kind, strings }) => sum + (kind === "same" ? 0 : strings.length), 0);
}

/** A space alone between two changes belongs to both: phrases are replaced, not every second word. */
function withoutStraySpaces(parts: ComparedPart[]): ComparedPart[] {
  return parts.flatMap((one, index) => {
    const stray =
      one.kind === "same" && index > 0 && index < parts.length - 1 && one.text.trim() === "";
    return stray ? [part("removed", one.text), part("added", one.text)] : [one];
  });
}

/** Neighbours of one kind joined, and between two same parts all that was removed before all that was added. */
function inOrder(parts: ComparedPart[]): ComparedPart[] {
  const ordered: ComparedPart[] = [];
  let removed = "";
  let added = "";
  for (const { kind, text } of [...parts, part("same", "")]) {
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else {
      ordered.push(part("removed", removed), part("added", added), part("same", text));
      removed = "";
      added = "";
    }
  }
  return ordered.filter(({ text }) => text !== "");
}
