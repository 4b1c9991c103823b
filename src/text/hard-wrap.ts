import { characters, columns, indexOfUnspaced } from "./character-width.ts";
import { joinLines, joint } from "./join-lines.ts";
import { isSetOut } from "./set-out.ts";

/** Narrower than this nobody wraps prose: a file of short lines is verse, a list, an address. In columns. */
const NARROWEST = 60;

/** How wide ` date: 2023-02-22 ` is. In columns. */
const HEADER = 18;

/** The widest lines of a text. Some wrappers count columns, and some count characters, which for CJK is half as many. */
export interface WrapWidth {
  columns: number;
  characters: number;
}

type Measure = (text: string) => number;

/** CJK characters that a wrapper keeps together: opening marks, one character, and the marks that may not begin a line. */
const UNSPACED_UNIT =
  /^[\p{Ps}\p{Pi}]*.[\p{Pe}\p{Pf}\p{Po}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*/u;

/** The width that no line of the text passes, at least 60. A line of one unbreakable word, such as an address, says nothing. */
export function wrapWidth(paragraphs: readonly string[][]): WrapWidth {
  const widest = { columns: NARROWEST, characters: 0 };
  for (const line of paragraphs.flat().map((typed) => typed.trimEnd())) {
    // A UTF-16 unit takes at most two columns, so a much shorter line needs no measuring.
    if (line.length * 2 < widest.columns || !isBreakable(line.trimStart())) continue;
    widest.columns = Math.max(widest.columns, columns(line));
    widest.characters = Math.max(widest.characters, characters(line));
  }
  return widest.columns === NARROWEST ? { columns: NARROWEST, characters: NARROWEST } : widest;
}

/**
 * The paragraph on the page: one line where it is hard-wrapped at `width`, else its lines with their breaks.
 *
 * Hard-wrapped is a paragraph in which every line but the last ends where the next line's first word would have
 * passed `width`, unless its lines are set out as a list, a table or a quotation. `opensText`: the header may have stood
 * before the first line, whose width in the file is then not known.
 */
export function unwrapLines(
  lines: readonly string[],
  width: WrapWidth,
  opensText: boolean,
): string {
  // Two lines alone would be too little to tell a short first line from one that a header shortened.
  const header = opensText && lines.length > 2 ? HEADER : 0;
  const joined =
    lines.length > 1 &&
    (isWrapped(lines, width.columns, columns, header) ||
      isWrapped(lines, width.characters, characters, header)) &&
    !isSetOut(lines);
  return joined ? joinLines(lines) : lines.join("\n");
}

function isWrapped(
  lines: readonly string[],
  width: number,
  measure: Measure,
  header: number,
): boolean {
  return lines.slice(1).every((next, index) => {
    const reach = reachWith(lines[index] as string, next, measure);
    return (index === 0 ? reach + header : reach) > width;
  });
}

/** How wide the line would be with the first word of the next one. */
function reachWith(line: string, next: string, measure: Measure): number {
  const before = line.trimEnd();
  const after = next.trimStart();
  return measure(before) + joint(before, after).length + measure(firstWord(after));
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
