import { isUtf8 } from "node:buffer";
import { firstBadByte } from "./first-bad-byte.ts";
import type { Refused } from "./read-bytes.ts";

export interface DecodedText {
  /** Without a byte order mark, line ends as they came. */
  text: string;
  /** What was done to the bytes beyond dropping a mark; `null` where nothing was. */
  warning: string | null;
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const REMEDY = "save it as UTF-8";

/** How files begin that are no text, whatever their names say. */
const MAGIC: [bytes: string, name: string][] = [
  ["\x1f\x8b", "gzip data"],
  ["PK\x03\x04", "a ZIP archive or office document"],
  ["%PDF-", "a PDF document"],
  ["\x89PNG", "a PNG picture"],
  ["\xff\xd8\xff", "a JPEG picture"],
  ["\xd0\xcf\x11\xe0", "an old office document"],
  ["{\\rtf", "a rich text document"],
];

/**
 * The text of a file in UTF-8, or in UTF-16 where a byte order mark makes that certain. Everything else is refused with
 * the place, in bytes from 0: no encoding is guessed.
 */
export function decodeText(bytes: Uint8Array): DecodedText | Refused {
  if (bytes.length === 0)
    return { refused: "empty file: write the date and the text, or delete it" };
  const magic = MAGIC.find(([start]) => startsWith(bytes, start));
  if (magic) return { refused: `not text but ${magic[1]}; save the text alone as UTF-8` };
  if (startsWith(bytes, "\xff\xfe\x00\x00") || startsWith(bytes, "\x00\x00\xfe\xff")) {
    return { refused: `UTF-32 at byte 0; ${REMEDY}, for example with: iconv -f UTF-32 -t UTF-8` };
  }
  if (startsWith(bytes, "\xff\xfe")) return decodeUtf16(bytes, "utf-16le");
  if (startsWith(bytes, "\xfe\xff")) return decodeUtf16(bytes, "utf-16be");
  return decodeUtf8(bytes);
}

function decodeUtf8(bytes: Uint8Array): DecodedText | Refused {
  const zero = bytes.indexOf(0);
  if (zero >= 0) return { refused: `${zeroByte(bytes, zero)}; ${REMEDY}` };
  if (isUtf8(bytes)) return { text: UTF8.decode(bytes), warning: null };
  const at = firstBadByte(bytes);
  const hex = (bytes[at] as number).toString(16).padStart(2, "0");
  return {
    refused: `not UTF-8: byte ${at} is 0x${hex}; ${REMEDY}, for example with: iconv -f windows-1252 -t UTF-8 (naming the encoding that it has)`,
  };
}

function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): DecodedText | Refused {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const zero = text.indexOf("\0");
    if (zero >= 0)
      return { refused: `not text: a zero character at byte ${2 + 2 * zero}; ${REMEDY}` };
    const name = encoding.toUpperCase();
    return { text, warning: `converted from ${name}, which its byte order mark names` };
  } catch {
    return {
      refused: `not whole ${encoding.toUpperCase()}, though its byte order mark at byte 0 says so; ${REMEDY}`,
    };
  }
}

/** Western text in UTF-16 has a zero in every second byte. */
function zeroByte(bytes: Uint8Array, at: number): string {
  const isAlternating = at < 2 && bytes.length % 2 === 0 && bytes[at + 2] === 0;
  return isAlternating
    ? `not UTF-8 but, it seems, UTF-16 without a byte order mark: byte ${at} is zero`
    : `not text: byte ${at} is zero`;
}

function startsWith(bytes: Uint8Array, latin1: string): boolean {
  for (let at = 0; at < latin1.length; at++) if (bytes[at] !== latin1.charCodeAt(at)) return false;
  return true;
}
