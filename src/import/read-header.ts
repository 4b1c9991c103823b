import { type IsoDate, parseIsoDate } from "../statements/iso-date.ts";
import { headerError, missingHeader } from "./header-error.ts";
import { placeOf, quoted } from "./quoted.ts";
import type { Refused } from "./read-bytes.ts";

export interface HeaderAndText {
  /** `null` where the text has no header and needs none. */
  date: IsoDate | null;
  /** Behind the header, without the blank lines around it; never empty. */
  text: string;
}

/** The word, perhaps a colon, and behind them something that begins as a date does. */
const OPENING = /^\s*date\s*:?\s*(?=[+\-\u2212]?\p{Nd})/iu;
const DAY = /\d{4}-\d{2}-\d{2}/y;
const TIME =
  /T(?:[01]\d|2[0-4]):?[0-5]\d(?::?[0-6]\d(?:[.,]\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?(?!\S)/iy;
const HEADER = /^\s*date\s*:?\s+\d{4}-\d{2}-\d{2}(?!\S)/i;
const LATER_HEADER = /\n[^\S\n]*\n[^\S\n]*(?=date[^\S\n]*:?[^\S\n]+\d{4}-\d{2}-\d{2}(?!\S))/i;
/** A character that leaves a mark on paper. */
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Z}\p{Cs}]/u;
const INDENT = 4;

/**
 * Reads the header `date YYYY-MM-DD` and the text behind it. `text` has `\n` for line ends. A text without a header is
 * refused, or, where none is `required`, given with no date; a header that is wrong, one with no text behind it, and a
 * second header at the start of a later paragraph are always refused.
 */
export function readHeader(file: string, required: boolean, offset = 0): HeaderAndText | Refused {
  const opening = OPENING.exec(file.slice(offset));
  if (!opening) return required ? missingHeader(file, offset) : readDated(file, null, offset);
  const start = offset + opening[0].length;
  const end = endOfDate(file, start);
  const date = parseIsoDate(file.slice(start, start + 10));
  if (date === null || end === null || /e$/i.test(opening[0])) return headerError(file, start);
  return readDated(file, date, end);
}

/** Where the day, and a time behind it, end; `null` where something else than white space follows. */
function endOfDate(file: string, start: number): number | null {
  DAY.lastIndex = start;
  if (!DAY.test(file)) return null;
  const dayEnd = start + 10;
  TIME.lastIndex = dayEnd;
  const end = TIME.test(file) ? TIME.lastIndex : dayEnd;
  return end === file.length || /\s/.test(file[end] as string) ? end : null;
}

/** The text behind front matter that has the date: everything from `offset` on, unless a header opens it. */
export function readBehindFrontMatter(file: string, offset: number): { text: string } | Refused {
  if (!HEADER.test(file.slice(offset))) return readText(file, offset);
  const place = placeOf(file, offset + file.slice(offset).search(/\S/));
  return { refused: `${place}: a header behind front matter that has a date; keep one of them` };
}

function readDated(file: string, date: IsoDate | null, end: number): HeaderAndText | Refused {
  const read = readText(file, end);
  if ("refused" in read) return read;
  const second = secondHeader(file, end);
  if (second === null) return { date, text: read.text };
  const place = placeOf(file, second);
  const found = quoted(file.slice(second, second + 16).replace(/\s+/g, " "));
  return { refused: `${place}: a second header, ${found}; give each statement a file of its own` };
}

function readText(file: string, end: number): { text: string } | Refused {
  const text = withoutSeparator(file.slice(end)).trimEnd();
  if (VISIBLE.test(text)) return { text };
  return { refused: `${placeOf(file, end)}: no text; write the statement behind its date` };
}

function secondHeader(file: string, end: number): number | null {
  const rest = file.slice(end);
  if (HEADER.test(rest)) return end + rest.search(/\S/);
  const later = LATER_HEADER.exec(rest);
  return later && end + later.index + later[0].length;
}

/**
 * One character, or a few, between date and text are the separator. Four and more, or a tab behind another, are a
 * separator and the indent of the first line. Blank lines are dropped.
 */
function withoutSeparator(rest: string): string {
  const first = rest.search(/\S/);
  if (first < 0) return "";
  const lineStart = rest.lastIndexOf("\n", first) + 1;
  if (lineStart > 0) return rest.slice(lineStart);
  const isIndented = first > INDENT - 1 || rest.slice(1, first).includes("\t");
  return rest.slice(isIndented ? 1 : first);
}
