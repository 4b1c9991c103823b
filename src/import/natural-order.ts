/**
 * The names in the order in which people number files: digits count as numbers (`2.txt` before `10.txt`), everything
 * else by its characters; names that are equal so far, by their own characters. Sorted in place: a folder may hold a million.
 */
export function inNaturalOrder(names: string[]): string[] {
  return names.sort((a, b) => compareNames(a, b) || compareText(a, b));
}

/** Part by part, each as long a run of digits, or of anything else, as there is. */
function compareNames(a: string, b: string): number {
  let [at, bt] = [0, 0];
  while (at < a.length && bt < b.length) {
    const [end, other] = [endOfPart(a, at), endOfPart(b, bt)];
    const order = comparePart(a.slice(at, end), b.slice(bt, other));
    if (order !== 0) return order;
    [at, bt] = [end, other];
  }
  return a.length - at - (b.length - bt);
}

function endOfPart(name: string, start: number): number {
  const digits = isDigit(name, start);
  let end = start + 1;
  while (end < name.length && isDigit(name, end) === digits) end++;
  return end;
}

function comparePart(a: string, b: string): number {
  if (!isNumber(a) || !isNumber(b)) return compareText(a, b);
  const [left, right] = [withoutZeros(a), withoutZeros(b)];
  return left.length - right.length || compareText(left, right);
}

function isNumber(part: string): boolean {
  return isDigit(part, 0);
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 48 && unit <= 57;
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, "");
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
