import type { IsoDate } from "../statements/iso-date.ts";
import type { TextFormat } from "../statements/statement.ts";
import { hasMoreParagraphs } from "../text/split-paragraphs.ts";
import { dateFromName } from "./date-from-name.ts";
import { decodeText } from "./decode-text.ts";
import { emptyFields, type Fields } from "./front-matter-fields.ts";
import { NAME_REMEDY } from "./header-error.ts";
import { formatByName } from "./left-by-name.ts";
import type { Refused } from "./read-bytes.ts";
import { readFrontMatter } from "./read-front-matter.ts";
import { type HeaderAndText, readBehindFrontMatter, readHeader } from "./read-header.ts";
import { splitFrontMatter } from "./split-front-matter.ts";

/** What stands in a statement file, before its words are understood. */
export interface StatementFile {
  date: IsoDate;
  /** Line ends as `\n`, without the header and the blank lines around the text. */
  text: string;
  format: TextFormat;
  fields: Fields;
  warnings: string[];
}

/** A page has an anchor for each, and is made in one piece: it would take a hundred times the room of such a file. */
const MOST_PARAGRAPHS = 100_000;
const TOO_MANY_PARAGRAPHS: Refused = {
  refused: "more than 100,000 paragraphs; split the file",
};

interface Parts extends HeaderAndText {
  fields: Fields;
  warnings: string[];
}

/** Reads the bytes of a `.txt` or `.md` file. The date comes from front matter, the header, or, where `dateFromName` is set, the file's name, in this order. */
export function readStatementFile(
  path: string,
  bytes: Uint8Array,
  options: { dateFromName: boolean },
): StatementFile | Refused {
  const decoded = decodeText(bytes);
  if ("refused" in decoded) return decoded;
  const file = decoded.text.replace(/\r\n?/g, "\n");
  if (file.trim() === "")
    return { refused: "empty file: write the date and the text, or delete it" };
  const format = formatByName(path) ?? "text";
  const nameDate = options.dateFromName ? dateFromName(path) : null;
  const parts = readParts(file, format, nameDate === null);
  if ("refused" in parts) return options.dateFromName && !nameDate ? withNameRemedy(parts) : parts;
  if (hasMoreParagraphs(parts.text, MOST_PARAGRAPHS)) return TOO_MANY_PARAGRAPHS;
  const warnings = decoded.warning ? [decoded.warning, ...parts.warnings] : parts.warnings;
  if (nameDate && parts.date && nameDate !== parts.date) {
    warnings.push(
      `the file's name says ${nameDate}, and the file itself ${parts.date}, which counts`,
    );
  }
  return { ...parts, date: (parts.date ?? nameDate) as IsoDate, format, warnings };
}

function readParts(file: string, format: TextFormat, required: boolean): Parts | Refused {
  const matter = format === "markdown" ? splitFrontMatter(file) : null;
  if (matter === null) return withFields(readHeader(file, required), emptyFields(), []);
  if ("refused" in matter) return matter;
  const read = readFrontMatter(matter);
  if ("refused" in read) return read;
  if (read.date === null)
    return withFields(readHeader(file, required, matter.end), read.fields, read.warnings);
  const behind = readBehindFrontMatter(file, matter.end);
  if ("refused" in behind) return behind;
  return { ...behind, date: read.date, fields: read.fields, warnings: read.warnings };
}

function withFields(
  read: HeaderAndText | Refused,
  fields: Fields,
  warnings: string[],
): Parts | Refused {
  return "refused" in read ? read : { ...read, fields, warnings };
}

function withNameRemedy({ refused }: Refused): Refused {
  return { refused: refused.replace(NAME_REMEDY, "the file's name holds no one date either") };
}
