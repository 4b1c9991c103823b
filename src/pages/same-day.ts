import { periodPath, statementPath } from "../permalinks.ts";
import type { IsoDate } from "../statements/iso-date.ts";
import type { CountedPage } from "../store/store.ts";
import type { Direction } from "../text/direction.ts";
import { directionOfWords } from "../text/paragraph-direction.ts";
import { longDate } from "./long-date.ts";
import { figure } from "./wording.ts";

/** The other statements of a day, as `parts/same-day.ejs` prints them. */
export interface SameDay {
  isoDate: IsoDate;
  longDate: string;
  statements: { href: string; headline: string; language: string; direction: Direction }[];
  /** The whole day, where not all are shown. */
  all: { href: string; text: string } | null;
}

/** So many other statements are shown at most. */
export const MOST_OTHERS = 10;

/** The others of `id`'s day, out of its first statements; `null` where it is alone. */
export function sameDay(
  id: string,
  date: IsoDate,
  { statements, total }: Pick<CountedPage, "statements" | "total">,
): SameDay | null {
  const others = statements.filter((statement) => statement.id !== id).slice(0, MOST_OTHERS);
  if (others.length === 0) return null;
  const text = `All ${figure(total)} of this day`;
  return {
    isoDate: date,
    longDate: longDate(date),
    statements: others.map((statement) => ({
      href: statementPath(statement),
      headline: statement.headline,
      language: statement.language,
      direction: directionOfWords(statement.headline, statement.language),
    })),
    all: total - 1 > others.length ? { href: periodPath(date), text } : null,
  };
}
