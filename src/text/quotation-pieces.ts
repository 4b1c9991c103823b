import type { CheckedWords } from "../statements/quotation-check.ts";
import { align, type Run } from "./align.ts";
import type { QuotationWord } from "./quotation-words.ts";

/** Words and signs that may differ; where more do, nothing is near. */
const MOST_CHANGES = 600;

/** What a word costs that only the archive has, in words that both have: a few may be left out of a quotation, not a page. */
const LEFT_OUT = 0.4;

/** A run of words, by their numbers in the quotation and in the window; `weight`: how many are words. */
export interface Piece {
  /** `recased`: the same words in another case. */
  kind: CheckedWords["kind"] | "recased";
  quoted: [from: number, to: number];
  held: [from: number, to: number];
  weight: number;
}

/** The words of a quotation beside those of a stretch of text, in any case; `null` where too much differs. */
export function alignQuotation(quoted: QuotationWord[], window: QuotationWord[]): Piece[] | null {
  const runs = align(loosely(quoted), loosely(window), MOST_CHANGES);
  return runs && piecesOfRuns(quoted, window, runs);
}

function loosely(words: QuotationWord[]): string[] {
  return words.map(({ loose }) => loose);
}

/** Whether both have its words, if in another case. */
export function isShared({ kind }: Piece): boolean {
  return kind === "same" || kind === "recased";
}

function piecesOfRuns(quoted: QuotationWord[], window: QuotationWord[], runs: Run[]): Piece[] {
  const pieces: Piece[] = [];
  let inQuoted = 0;
  let inWindow = 0;
  for (const { kind, strings } of runs) {
    for (const _ of strings) {
      const word = (kind === "removed" ? quoted[inQuoted] : window[inWindow]) as QuotationWord;
      const recased = kind === "same" && quoted[inQuoted]?.key !== window[inWindow]?.key;
      const from = [inQuoted, inWindow] as const;
      if (kind !== "added") inQuoted++;
      if (kind !== "removed") inWindow++;
      pieces.push({
        kind: recased ? "recased" : KINDS[kind],
        quoted: [from[0], inQuoted],
        held: [from[1], inWindow],
        weight: word.word ? 1 : 0,
      });
    }
  }
  return joined(pieces);
}

const KINDS = { same: "same", removed: "quoted", added: "archived" } as const;

/** Neighbours of one kind as one. */
function joined(pieces: Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.kind !== piece.kind) runs.push({ ...piece });
    else {
      last.quoted = [last.quoted[0], piece.quoted[1]];
      last.held = [last.held[0], piece.held[1]];
      last.weight += piece.weight;
    }
  }
  return runs;
}

/** From which piece to which, both of the same words, the passage goes: a stray word far away does not stretch it. */
export function closestPieces(pieces: Piece[]): [first: number, last: number] {
  let best: [first: number, last: number] = [0, -1];
  let most = 0;
  let sum = 0;
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    const { kind, weight } = piece;
    if (isShared(piece)) {
      if (sum <= 0) {
        sum = 0;
        from = index;
      }
      sum += weight;
      if (sum > most) {
        most = sum;
        best = [from, index];
      }
    } else if (kind === "archived") sum -= LEFT_OUT * weight;
  }
  return best;
}
