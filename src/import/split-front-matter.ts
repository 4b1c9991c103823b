import type { Refused } from "./read-bytes.ts";

export interface FrontMatter {
  /** Between the lines of hyphens. */
  yaml: string;
  /** The number of the first line of `yaml`, from 1. */
  line: number;
  /** Where the text behind the closing line begins. */
  end: number;
}

const OPENING = /^(?:[^\S\n]*\n)*---[^\S\n]*\n/;
const CLOSING = /^(?:---|\.\.\.)[^\S\n]*(?:\n|$)/m;
const LONGEST = 32_768;

/** Cuts the front matter off a Markdown file with `\n` for line ends; `null` where it has none. */
export function splitFrontMatter(file: string): FrontMatter | Refused | null {
  const opening = OPENING.exec(file)?.[0];
  if (opening === undefined) return null;
  const rest = file.slice(opening.length, opening.length + LONGEST + 4);
  const closing = CLOSING.exec(rest);
  const line = opening.split("\n").length;
  if (closing) {
    const end = opening.length + closing.index + closing[0].length;
    return { yaml: rest.slice(0, closing.index), line, end };
  }
  const reason =
    rest.length > LONGEST
      ? `is longer than ${LONGEST} characters, or not closed; shorten it or close it with a line ---`
      : "is not closed; write a line --- behind it";
  return { refused: `line ${line - 1}: the front matter that begins here ${reason}` };
}
