/** Longer texts keep their excerpt's words: finding the part would mean reading the whole text for a list. */
const LONGEST_TEXT = 8000;
const LENGTHS = 1024;

/** SQL for the part of `text` that a stored number `excerpt` names; see `storedExcerpt`. */
export const excerptPartSql = (text: string, excerpt: string) =>
  `substr(${text}, ${excerpt} / ${2 * LENGTHS}, ${excerpt} / 2 % ${LENGTHS})`;

/**
 * What is stored for an excerpt: where it is a part of the text but for its white space, as it nearly always is, the
 * number that says which, which saves a tenth of the archive; otherwise its words.
 */
export function storedExcerpt(text: string, excerpt: string): string | number {
  const cut = excerpt.endsWith("…");
  const words = cut ? excerpt.slice(0, -1) : excerpt;
  if (words === "" || text.length > LONGEST_TEXT) return excerpt;
  const start = startOfPart(text, words);
  const end = start === -1 ? -1 : endOfPart(text, words, start);
  // SQLite's substr() stops at a NUL.
  if (end === -1 || text.slice(0, end).includes("\0")) return excerpt;
  const part = text.slice(start, end);
  const length = codePoints(part);
  if (length >= LENGTHS || excerptOfPart(part, cut) !== excerpt) return excerpt;
  return ((codePoints(text.slice(0, start)) + 1) * LENGTHS + length) * 2 + (cut ? 1 : 0);
}

/** The excerpt, from what is stored for it and the part of the text that `excerptPartSql` gave. */
export function readExcerpt(stored: string | number, part: string | null): string {
  return typeof stored === "string" ? stored : excerptOfPart(part ?? "", stored % 2 === 1);
}

function excerptOfPart(part: string, cut: boolean): string {
  return part.replace(/\s+/g, " ") + (cut ? "…" : "");
}

/** Where the words begin in the text, white space aside; -1 where they are not found. */
function startOfPart(text: string, words: string): number {
  const firstWord = words.slice(0, words.indexOf(" ") + 1).trimEnd() || words;
  for (
    let start = text.indexOf(firstWord);
    start !== -1;
    start = text.indexOf(firstWord, start + 1)
  ) {
    if (endOfPart(text, words, start) !== -1) return start;
  }
  return -1;
}

/** Where the words end that begin at `start`; -1 where others stand there. */
function endOfPart(text: string, words: string, start: number): number {
  const spaces = /\s*/y;
  let end = start;
  for (const [index, word] of words.split(" ").entries()) {
    spaces.lastIndex = end;
    if (index > 0) end += spaces.exec(text)?.[0].length ?? 0;
    if (!text.startsWith(word, end)) return -1;
    end += word.length;
  }
  return end;
}

/** SQLite counts characters, JavaScript UTF-16 units. */
function codePoints(text: string): number {
  let pairs = 0;
  for (let at = 0; at < text.length; at++) if ((text.charCodeAt(at) & 0xfc00) === 0xd800) pairs++;
  return text.length - pairs;
}
