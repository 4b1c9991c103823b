/** A name cut into runs of digits and runs of anything else. */
type NameParts = string[];

/**
 * The names in the order in which people number files: digits count as numbers (`2.txt` before `10.txt`), everything
 * else by its characters; names that are equal so far, by their own characters. A new array.
 */
export function inNaturalOrder(names: string[]): string[] {
  return names
    .map((name) => ({ name, parts: partsOfName(name) }))
    .sort((a, b) => compareParts(a.parts, b.parts) || compareText(a.name, b.name))
    .map(({ name }) => name);
}

function partsOfName(name: string): NameParts {
  return name.match(/\d+|\D+/g) ?? [];
}

function compareParts(a: NameParts, b: NameParts): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const order = comparePart(a[at] as string, b[at] as string);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function comparePart(a: string, b: string): number {
  if (!isNumber(a) || !isNumber(b)) return compareText(a, b);
  const [left, right] = [withoutZeros(a), withoutZeros(b)];
  return left.length - right.length || compareText(left, right);
}

function isNumber(part: string): boolean {
  const first = part.charCodeAt(0);
  return first >= 48 && first <= 57;
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, "");
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
