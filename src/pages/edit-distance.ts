/**
 * How many letters must be put in, taken out, replaced or swapped with their neighbour to make one text of the other
 * (optimal string alignment). Counts code points.
 */
export function editDistance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cell(a, b, i, j, { row, last, beforeLast }));
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}

interface Rows {
  row: number[];
  last: number[];
  beforeLast: number[];
}

function cell(a: string[], b: string[], i: number, j: number, { row, last, beforeLast }: Rows) {
  const at = (cells: number[], index: number) => cells[index] as number;
  const same = a[i - 1] === b[j - 1];
  const best = Math.min(at(row, j - 1) + 1, at(last, j) + 1, at(last, j - 1) + (same ? 0 : 1));
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(best, at(beforeLast, j - 2) + 1) : best;
}
