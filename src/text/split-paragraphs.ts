/** A line of white space only, in any script: `\s` leaves out U+0085, which Unicode counts as white space. */
const BLANK = /^[\s\u0085]*$/;

export function isBlank(line: string): boolean {
  return BLANK.test(line);
}

/** Whether the text has more paragraphs than so many. It reads no further than it must. */
export function hasMoreParagraphs(text: string, most: number): boolean {
  let count = 0;
  let inside = false;
  for (let start = 0; start < text.length && count <= most; ) {
    const end = text.indexOf("\n", start);
    const next = end === -1 ? text.length : end;
    const blank = isBlank(text.slice(start, next));
    if (!blank && !inside) count++;
    inside = !blank;
    start = next + 1;
  }
  return count > most;
}

/** The lines of each paragraph, exactly as typed, in order. Paragraphs stand between blank lines, which are left off. */
export function splitParagraphs(text: string): string[][] {
  const paragraphs: string[][] = [];
  let current: string[] = [];
  for (const line of text.split("\n")) {
    if (!isBlank(line)) {
      if (current.length === 0) paragraphs.push(current);
      current.push(line);
    } else if (current.length > 0) {
      current = [];
    }
  }
  return paragraphs;
}
