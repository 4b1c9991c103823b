/** Begins an item or a quoted line, and hardly ever a line of prose. */
const BULLET = /^\s*[*•‣▪◦·+>|#]\s/u;

/** Begins an item or a speech, but a line of wrapped prose by chance, too. */
const DASH_OR_NUMBER = /^\s*(?:[-–—]|\(?(?:\d{1,3}|\p{L})[.)])\s/u;

/** Words set apart by a tab or a wide gap stand in columns. */
const GAP = /\S(?:\t|[^\S\n]{4,})\S/u;

/** Whether the lines are set out one by one, as a list, quoted lines or a table, so that joining them would spoil them. */
export function isSetOut(lines: readonly string[]): boolean {
  const areItems =
    countOf(lines, BULLET) > 1 ||
    (DASH_OR_NUMBER.test(lines[0] ?? "") && countOf(lines, DASH_OR_NUMBER) > 1);
  return areItems || hasColumns(lines);
}

/** Whether words are set apart by tabs or wide gaps, so that they stand in columns. */
export function hasColumns(lines: readonly string[]): boolean {
  return lines.some((line) => GAP.test(line));
}

function countOf(lines: readonly string[], form: RegExp): number {
  return lines.filter((line) => form.test(line)).length;
}
