/** Dropped from a line made for display: controls, bidi embeddings and overrides, soft hyphens, noncharacters. */
const DROPPED =
  /[\p{Cc}\p{Noncharacter_Code_Point}\u00ad\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/u;
const SPACE = /[\s\u0085]/u;
const MARK = /\p{M}/u;
const LONE_SURROGATE = /\p{Cs}/u;

/** More marks on one letter than any living script writes; the rest would be painted over the neighbours. */
const MOST_MARKS = 5;

/**
 * `text` as one line of at most about `limit` UTF-16 code units: white space folded to one space and trimmed; what would
 * break a line of display dropped; at most five marks on a letter; unpaired surrogates as U+FFFD.
 * Reads no further than it has to.
 */
export function plainLine(text: string, limit: number): string {
  let line = "";
  let marks = 0;
  let gap = false;
  for (const character of text) {
    const isSpace = character !== "\ufeff" && SPACE.test(character);
    if (isSpace) gap = true;
    if (isSpace || DROPPED.test(character)) continue;
    marks = MARK.test(character) ? marks + 1 : 0;
    if (marks > MOST_MARKS) continue;
    if (gap && line !== "") line += " ";
    gap = false;
    line += LONE_SURROGATE.test(character) ? "\ufffd" : character;
    if (line.length >= limit) break;
  }
  return line;
}
