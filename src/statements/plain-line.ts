/** Dropped from a line made for display: controls, bidi embeddings and overrides, soft hyphens, noncharacters. */
const DROPPED =
  /[\p{Cc}\p{Noncharacter_Code_Point}\u00ad\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/u;
const SPACE = /[\s\u0085]/u;
const MARK = /\p{M}/u;
const LONE_SURROGATE = /\p{Cs}/u;

/** More marks on one letter than any living script writes; the rest would be painted over the neighbours. */
const MOST_MARKS = 5;

/** What a character is to a line of display. */
const Kind = { ordinary: 1, space: 2, dropped: 3, mark: 4, loneSurrogate: 5 } as const;

/** By code unit; 0 where it has not been looked up yet: a table is ten times as fast as asking for Unicode properties. */
const kinds = new Uint8Array(0x10000);

/**
 * `text` as one line of at most about `limit` UTF-16 code units: white space folded to one space and trimmed; what would
 * break a line of display dropped; at most five marks on a letter; unpaired surrogates as U+FFFD.
 * Reads no further than it has to.
 */
export function plainLine(text: string, limit: number): string {
  let line = "";
  let marks = 0;
  let gap = false;
  let end = 0;
  while (end < text.length) {
    const start = end;
    const codePoint = text.codePointAt(start) as number;
    const kind = kindOf(codePoint);
    end += codePoint > 0xffff ? 2 : 1;
    if (kind === Kind.space) gap = true;
    if (kind === Kind.space || kind === Kind.dropped) continue;
    marks = kind === Kind.mark ? marks + 1 : 0;
    if (marks > MOST_MARKS) continue;
    if (gap && line !== "") line += " ";
    gap = false;
    if (kind === Kind.ordinary) end = endOfOrdinary(text, end, start + limit - line.length);
    line += kind === Kind.loneSurrogate ? "\ufffd" : text.slice(start, end);
    if (line.length >= limit) break;
  }
  return line;
}

/** Where the ordinary characters from `from` on end, with single spaces between them, at `most` or before. */
function endOfOrdinary(text: string, from: number, most: number): number {
  const last = Math.min(most, text.length);
  let end = from;
  for (let at = from; at < last; at++) {
    if (kinds[text.charCodeAt(at)] === Kind.ordinary) end = at + 1;
    else if (at > end || text[at] !== " ") break;
  }
  return end;
}

function kindOf(codePoint: number): number {
  if (codePoint > 0xffff) return lookUp(codePoint);
  const known = kinds[codePoint] as number;
  if (known !== 0) return known;
  const found = lookUp(codePoint);
  kinds[codePoint] = found;
  return found;
}

function lookUp(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (character !== "\ufeff" && SPACE.test(character)) return Kind.space;
  if (DROPPED.test(character)) return Kind.dropped;
  if (MARK.test(character)) return Kind.mark;
  return LONE_SURROGATE.test(character) ? Kind.loneSurrogate : Kind.ordinary;
}
