import { daysInMonth } from "../statements/iso-date.ts";
import { placeOf, quoted } from "./quoted.ts";
import type { Refused } from "./read-bytes.ts";

const REMEDY = "write it as YYYY-MM-DD, for example 2023-01-27";
/** What else may give the date; part of the reason for a missing header. */
export const NAME_REMEDY = "take it from the file's name with --date-from-name";
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** Why a file without a header is refused; `offset` is where the header should begin: behind front matter, if any. */
export function missingHeader(file: string, offset = 0): Refused {
  const start = offset + Math.max(0, file.slice(offset).search(/\S/));
  const opening = file.slice(start, start + 200);
  const wrong = /^date\b:?\s*(\S[^\n]*)?/i.exec(opening);
  if (wrong) {
    const came = wrong[1] === undefined ? "nothing" : quoted(wrong[1]);
    return {
      refused: `${placeOf(file, start)}: behind “date” a day was expected, and ${came} came; ${REMEDY}`,
    };
  }
  if (offset > 0) {
    return {
      refused: `no date: write “date: YYYY-MM-DD” into the front matter, or ${NAME_REMEDY}`,
    };
  }
  const came =
    opening.trim() === "" ? "nothing" : quoted((opening.split("\n", 1)[0] as string).trim());
  return {
    refused: `${placeOf(file, start)}: no header: the file must begin with “date YYYY-MM-DD”, and it begins with ${came}${remedyFor(opening)}`,
  };
}

function remedyFor(opening: string): string {
  if (/^---[^\S\n]*(?:\n|$)/.test(opening))
    return "; front matter is read in .md files only: rename the file to .md";
  return `; write its date there, or ${NAME_REMEDY}`;
}

/** Why the date that begins at `start` is refused. */
export function headerError(file: string, start: number): Refused {
  const came = /^\S*/.exec(file.slice(start, start + 200))?.[0] as string;
  if (/e$/i.test(file.slice(0, start))) {
    return {
      refused: `${placeOf(file, start)}: white space is missing before ${quoted(came)}; write “date ${came.slice(0, 10)} ” and the text`,
    };
  }
  return { refused: `${placeOf(file, start)}: ${wrongDate(came)}` };
}

/** Why `written` is no date, what was expected, and the remedy; for a text that is not the day of a statement. */
export function wrongDate(written: string): string {
  return `${quoted(written)} ${FAULTS.find(([form]) => form.test(written))?.[1](written)}`;
}

/** Forms in which dates come, the first that fits; none is taken, since none is certain or ours to mend. */
const FAULTS: [form: RegExp, fault: (written: string) => string][] = [
  [/^\d{4}-\d{2}-\d{2}/, faultOfDay],
  [/[^\P{Nd}0-9]/u, () => `has other digits than 0 to 9; ${REMEDY}`],
  [/^\d{4}[\u2010-\u2015\u2212\uff0d\ufe63]/, () => `has other signs than hyphens; ${REMEDY}`],
  [/^\d{4}-\d{1,2}-\d{1,2}(?!\d)/, () => `has a month or day of one digit; ${REMEDY}`],
  [/^\d{4}-\d{2}(?![\d/.-])/, () => `is a month, and a day was expected; ${REMEDY}`],
  [/^\d{4}(?![\d/.-])/, () => `is a year, and a day was expected; ${REMEDY}`],
  [/^\d{8}(?!\d)/, () => `has no hyphens; ${REMEDY}`],
  [/^\d{4}-W\d/i, () => `is a week, and a day was expected; ${REMEDY}`],
  [/^\d{4}-\d{3}(?!\d)/, () => `is a day of the year, not of a month; ${REMEDY}`],
  [/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/, faultOfOrder],
  [/^\d{4}[/.]\d{1,2}[/.]\d{1,2}/, () => `is not written with hyphens; ${REMEDY}`],
  [/^[+\-\u2212]/, () => `has a sign; years go from 0001 to 9999; ${REMEDY}`],
  [/^\d{5,}-/, () => `has a year of more than four digits; ${REMEDY}`],
  [/(?:)/, () => `is not a date; ${REMEDY}`],
];

function faultOfDay(written: string): string {
  const [year, month, day] = written.slice(0, 10).split("-").map(Number) as [
    number,
    number,
    number,
  ];
  if (year === 0) return `has the year 0000, and years go from 0001 to 9999; ${REMEDY}`;
  if (month < 1 || month > 12)
    return `has a month ${written.slice(5, 7)}, and months go from 01 to 12; ${REMEDY}`;
  const length = daysInMonth(year, month);
  if (day < 1 || day > length) {
    return `is no day: ${MONTHS[month - 1]} ${year} has ${length} days; write the day that is meant`;
  }
  if (/^.{10}T\d/i.test(written)) return `has a time that cannot be read; leave the time out`;
  return `has something else than white space behind the day; put a space there`;
}

function faultOfOrder(written: string): string {
  const [first, second] = written.split(/[/.-]/).map(Number) as [number, number];
  const month = (number: number) => MONTHS[number - 1];
  if (first === second || first > 12 || second > 12 || !month(first) || !month(second)) {
    return `is not a date as expected; ${REMEDY}`;
  }
  return `is ambiguous, ${first} ${month(second)} or ${second} ${month(first)}; ${REMEDY}`;
}
