import { columns, indexOfUnspaced } from "./character-width.ts";
import { joinLines, joint } from "./join-lines.ts";
import { isSetOut } from "./set-out.ts";

/** Narrower than this nobody wraps prose: a file of short lines is verse, a list, an address. In columns. */
const NARROWEST = 60;

/** How wide `date 2023-02-22 ` is, and the widest usual header, ` date: 2023-02-22 `. In columns. */
const HEADER = { least: 16, most: 18 };

/** CJK characters that a wrapper keeps together: opening marks, one character, and the marks that may not begin a line. */
const UNSPACED_UNIT =
  /^[\p{Ps}\p{Pi}]*.[\p{Pe}\p{Pf}\p{Po}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*/u;

/** The width that no line of the text passes, at least 60. A line of one unbreakable word, such as an address, says nothing. */
export function wrapWidth(paragraphs: readonly string[][]): number {
  let widest = NARROWEST;
  for (const line of paragraphs.flat()) {
    const words = line.trim();
    // A UTF-16 unit takes at most two columns, so a much shorter line needs no measuring.
    if (words.length * 2 > widest && isBreakable(words)) {
      widest = Math.max(widest, columns(line.trimEnd()));
    }
  }
  return widest;
}

/**
 * The paragraph on the page: one line where it is hard-wrapped at `width`, else its lines with their breaks.
 *
 * Hard-wrapped is a paragraph in which every line but the last ends where the next line's first word would have
 * passed `width`, unless its lines are set out as a list, a table or a quotation. `opensText`: the header may have stood
 * before the first line, whose width in the file is then not known.
 */
export function unwrapLines(lines: readonly string[], width: number, opensText: boolean): string {
  const joined = lines.length > 1 && isHardWrapped(lines, width, opensText) && !isSetOut(lines);
  return joined ? joinLines(lines) : lines.join("\n");
}

function isHardWrapped(lines: readonly string[], width: number, opensText: boolean): boolean {
  return lines.slice(1).every((next, index) => {
    const line = lines[index] as string;
    const reach = reachWith(line, next);
    if (reach > width) return true;
    // Two lines alone would be too little to tell a short first line from one that a header shortened.
    return (
      opensText &&
      index === 0 &&
      lines.length > 2 &&
      columns(line) + HEADER.least <= width &&
      reach + HEADER.most > width
    );
  });
}

/** How wide the line would be with the first word of the next one. In columns. */
function reachWith(line: string, next: string): number {
  const before = line.trimEnd();
  const after = next.trimStart();
  return columns(before) + joint(before, after).length + columns(firstWord(after));
}

function firstWord(text: string): string {
  const word = /^\S+/.exec(text)?.[0] ?? "";
  const unspaced = indexOfUnspaced(word);
  if (unspaced === 0) return UNSPACED_UNIT.exec(word)?.[0] ?? "";
  return unspaced < 0 ? word : word.slice(0, unspaced);
}

function isBreakable(words: string): boolean {
  return /\s/.test(words) || indexOfUnspaced(words) >= 0;
}
