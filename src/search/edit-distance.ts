/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one word of the other;
 * anything above `most` comes back as `most + 1`.
 */
export function editDistance(one: string, other: string, most: number): number {
  const a = [...one];
  const b = [...other];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let twoBack: number[] = [];
  let back = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(step(a, b, i, j, row, back), swap(a, b, i, j, twoBack)));
    }
    if (Math.min(...row) > most) return most + 1;
    twoBack = back;
    back = row;
  }
  return Math.min(back[b.length] as number, most + 1);
}

function step(a: string[], b: string[], i: number, j: number, row: number[], back: number[]) {
  const changed = (back[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
  return Math.min(changed, (back[j] as number) + 1, (row[j - 1] as number) + 1);
}

function swap(a: string[], b: string[], i: number, j: number, twoBack: number[]): number {
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? (twoBack[j - 2] as number) + 1 : Number.MAX_SAFE_INTEGER;
}
