import { indexOfUnspaced } from "./character-width.ts";

/** What stands for the line break between two lines that are one: a space, or nothing between CJK characters. */
export function joint(before: string, after: string): "" | " " {
  const endsUnspaced = indexOfUnspaced(Array.from(before.slice(-2)).at(-1) ?? "") === 0;
  return endsUnspaced && indexOfUnspaced(after.slice(0, 2)) === 0 ? "" : " ";
}

/** The lines as one: white space at each joint folded, the indent of the first and the end of the last line kept. */
export function joinLines(lines: readonly string[]): string {
  const joined: string[] = [];
  for (const [index, line] of lines.entries()) {
    const start = index === 0 ? line : line.trimStart();
    const words = index === lines.length - 1 ? start : start.trimEnd();
    if (index > 0) joined.push(joint(joined.at(-1) ?? "", words));
    joined.push(words);
  }
  return joined.join("");
}
