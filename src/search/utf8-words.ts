import { ALONE, APOSTROPHE, classOf, LETTER, MARK } from "./letter-classes.ts";

/** The same as `startOfWord` and `endOfWord` of `words.ts`, in a text's UTF-8: offsets are in bytes. */

/** Where the first word begins that does so at `from` or behind it; `end` where none does before it. */
export function startOfWordInUtf8(utf8: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const byte = utf8[at] as number;
    const codePoint = byte < 0x80 ? byte : codePointAt(utf8, at);
    const kind = classOf(codePoint);
    if (kind === LETTER || kind === ALONE) return at;
    at += widthOf(codePoint);
  }
  return end;
}

/** Where the word that begins at `start` ends, of which everything before `from` is known to be letters of ASCII. */
export function endOfWordInUtf8(
  utf8: Uint8Array,
  start: number,
  from: number,
  end: number,
): number {
  const first = codePointAt(utf8, start);
  const isAlone = classOf(first) === ALONE;
  let at = Math.max(from, start + widthOf(first));
  while (at < end) {
    const codePoint = codePointAt(utf8, at);
    const kind = classOf(codePoint);
    const width = widthOf(codePoint);
    const joins = kind === APOSTROPHE && at + width < end && isLetter(utf8, at + width);
    if (kind !== MARK && (isAlone || !(kind === LETTER || joins))) break;
    at += width;
  }
  return at;
}

function isLetter(utf8: Uint8Array, at: number): boolean {
  return classOf(codePointAt(utf8, at)) === LETTER;
}

/** Bytes in UTF-8. */
function widthOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** The code point that begins at that byte of valid UTF-8 (RFC 3629, section 3). */
function codePointAt(utf8: Uint8Array, at: number): number {
  const byte = utf8[at] as number;
  if (byte < 0x80) return byte;
  const second = (utf8[at + 1] as number) & 0x3f;
  if (byte < 0xe0) return ((byte & 0x1f) << 6) | second;
  const third = (utf8[at + 2] as number) & 0x3f;
  if (byte < 0xf0) return ((byte & 0x0f) << 12) | (second << 6) | third;
  return ((byte & 0x07) << 18) | (second << 12) | (third << 6) | ((utf8[at + 3] as number) & 0x3f);
}
