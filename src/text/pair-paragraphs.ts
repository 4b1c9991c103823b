import { numbered } from "./align.ts";
import { isWord, piecesOf } from "./words.ts";

/** Paragraphs with at least half of their words in common are two wordings of one; any two in one language share a third. */
const RESEMBLANCE = 0.5;

/** More pairs than that are not looked at: the paragraphs are then told apart as wholes. */
const MOST_PAIRS = 1_000_000;

/** How far from its place in step with the others a paragraph may have moved. */
const FARTHEST = 50;

/** Words that may be looked at for one alignment. */
const MOST_WORDS = 5_000_000;

/** Places in the earlier and the later list; `null` where a paragraph has no counterpart. */
export type Pair = [earlier: number | null, later: number | null];

/**
 * Every paragraph of both lists once, in the order of both: the pairs that resemble each other most, all told, and the
 * others alone. Between two pairs the earlier list's come first.
 */
export function pairParagraphs(earlier: readonly string[], later: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  let row = 0;
  let column = 0;
  if (earlier.length * later.length <= MOST_PAIRS) {
    const best = bestSums(earlier.length, later.length, resemblances(earlier, later));
    while (row < earlier.length && column < later.length) {
      const here = best(row, column);
      if (here === best(row + 1, column)) pairs.push([row++, null]);
      else if (here === best(row, column + 1)) pairs.push([null, column++]);
      else pairs.push([row++, column++]);
    }
  }
  while (row < earlier.length) pairs.push([row++, null]);
  while (column < later.length) pairs.push([null, column++]);
  return pairs;
}

type OfPair = (row: number, column: number) => number;

/** The greatest sum of resemblances from each place to the ends of both lists. */
function bestSums(rows: number, columns: number, resemblance: OfPair): OfPair {
  const sums = new Float64Array((rows + 1) * (columns + 1));
  const best: OfPair = (row, column) => sums[row * (columns + 1) + column] as number;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      sums[row * (columns + 1) + column] = Math.max(
        best(row, column + 1),
        best(row + 1, column),
        best(row + 1, column + 1) + resemblance(row, column),
      );
    }
  }
  return best;
}

/** The share of words that two paragraphs have in common (Dice), or 0 below what counts as a resemblance. */
function resemblances(earlier: readonly string[], later: readonly string[]): OfPair {
  const numbers = new Map<string, number>();
  const rows = earlier.map((text) => wordNumbers(text, numbers));
  const columns = later.map((text) => wordNumbers(text, numbers));
  const words = [...rows, ...columns].reduce((sum, { length }) => sum + length, 0);
  const farthest = Math.min(FARTHEST, MOST_WORDS / (words + 1));
  return (row, column) => {
    const inStep = (row * columns.length) / rows.length;
    if (Math.abs(inStep - column) > farthest) return 0;
    const share = shareInCommon(rows[row] as Uint32Array, columns[column] as Uint32Array);
    return share < RESEMBLANCE ? 0 : share;
  };
}

/** A number for each word of the text, sorted. */
function wordNumbers(text: string, numbers: Map<string, number>): Uint32Array {
  return Uint32Array.from(numbered(piecesOf(text).filter(isWord), numbers)).sort();
}

function shareInCommon(one: Uint32Array, other: Uint32Array): number {
  const sum = one.length + other.length;
  // So different in length, they cannot be alike: this spares most of the work.
  if ((2 * Math.min(one.length, other.length)) / sum < RESEMBLANCE) return 0;
  let common = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const difference = (one[i] as number) - (other[j] as number);
    if (difference === 0) common++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return (2 * common) / sum;
}
