import { type IsoDate, partsOf, weekdayOf } from "../statements/iso-date.ts";
import { plainLine } from "../statements/plain-line.ts";
import type { Dateline } from "./dateline.ts";
import { type OpeningWeekday, openingWeekdays } from "./opening-weekday.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
/** How much of the opening is read: two paragraphs, and of long ones only their beginning. */
const OPENING_PARAGRAPHS = 2;
const OPENING_LENGTH = 4000;

function datelineWarning(date: IsoDate, dateline: Dateline | null): string | null {
  if (dateline === null || dateline.day === null || dateline.month === null) return null;
  const header = partsOf(date);
  const sameYear = dateline.year === null || dateline.year === header.year;
  if (dateline.day === header.day && dateline.month === header.month && sameYear) return null;
  const year = dateline.year === null ? "" : ` ${dateline.year}`;
  const written = `${dateline.day} ${MONTHS[dateline.month - 1]}${year}`;
  return `the dateline says ${written}; the header says ${date}, which was kept`;
}

function opening(text: string): string {
  const paragraphs = text
    .slice(0, OPENING_LENGTH)
    .trimStart()
    .split(/\n\s*\n/, OPENING_PARAGRAPHS);
  return paragraphs.map((paragraph) => plainLine(paragraph, OPENING_LENGTH)).join(" ");
}

function weekdayWarning(date: IsoDate, text: string): string | null {
  const named = openingWeekdays(opening(text));
  const weekday = weekdayOf(date);
  const first: OpeningWeekday | undefined = named[0];
  if (!first || named.some((other) => other.weekday === weekday)) return null;
  const english = WEEKDAYS[first.weekday];
  const written = english === first.written ? first.written : `${first.written} (${english})`;
  return `the opening says ${written}; ${date} is a ${WEEKDAYS[weekday]}, and was kept`;
}

/**
 * Where the text's opening contradicts its header date, in plain sentences: the day of the dateline, and the weekday on
 * which the opening says that the statement was made ("said on Wednesday"). The header wins. `text` is the whole text, with
 * or without its dateline. Empty where nothing contradicts. The rule is in `docs/datelines-and-headlines.md`.
 */
export function dateWarnings(date: IsoDate, text: string, dateline: Dateline | null): string[] {
  const words = dateline === null ? text : text.slice(dateline.length);
  return [datelineWarning(date, dateline), weekdayWarning(date, words)].filter(
    (warning) => warning !== null,
  );
}
