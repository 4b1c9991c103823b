import { hitPath, type ListQuery, periodPath, statementPath } from "../permalinks.ts";
import { parseCalendarPeriod } from "../statements/period.ts";
import type { StatementSummary } from "../statements/statement.ts";
import type { PeriodCount } from "../store/store.ts";
import type { Direction } from "../text/direction.ts";
import { directionOfWords } from "../text/paragraph-direction.ts";
import { longDate, longPeriod } from "./long-date.ts";
import { counted } from "./wording.ts";

/** What lies beside a page in time. */
export interface NearLink {
  href: string;
  isoDate: string;
  longDate: string;
  /** A headline, or a count in words. */
  text: string;
  language: string;
  direction: Direction;
}

/** What lies before and after, as `parts/near.ejs` prints it; `null` at the ends of the archive. */
export interface Near {
  /** What is beside: `Statements before and after`. */
  label: string;
  /** What the two are called: `Earlier` and `Later`. */
  names: [string, string];
  earlier: NearLink | null;
  later: NearLink | null;
}

const IN_TIME: [string, string] = ["Earlier", "Later"];

/** The years, months or days on both sides. */
export function nearPeriods(
  label: string,
  earlier: PeriodCount | null,
  later: PeriodCount | null,
): Near {
  return {
    label,
    names: IN_TIME,
    earlier: earlier && periodLink(earlier),
    later: later && periodLink(later),
  };
}

/** The statements on both sides. */
export function nearStatements(
  earlier: StatementSummary | null,
  later: StatementSummary | null,
): Near {
  return {
    label: "Statements before and after",
    names: IN_TIME,
    earlier: earlier && statementLink(earlier),
    later: later && statementLink(later),
  };
}

/** The hits on both sides of one, in the order of their list. */
export function nearHits(
  previous: StatementSummary | null,
  next: StatementSummary | null,
  search: ListQuery,
): Near {
  const link = (hit: StatementSummary) => ({ ...statementLink(hit), href: hitPath(hit, search) });
  return {
    label: "Hits before and after",
    names: ["Previous hit", "Next hit"],
    earlier: previous && link(previous),
    later: next && link(next),
  };
}

function periodLink({ period, count }: PeriodCount): NearLink {
  const parsed = parseCalendarPeriod(period);
  return {
    href: periodPath(period),
    isoDate: period,
    longDate: parsed === null ? period : longPeriod(parsed),
    text: counted(count, "statement"),
    language: "en",
    direction: "ltr",
  };
}

function statementLink(statement: StatementSummary): NearLink {
  return {
    href: statementPath(statement),
    isoDate: statement.date,
    longDate: longDate(statement.date),
    text: statement.headline,
    language: statement.language,
    direction: directionOfWords(statement.headline, statement.language),
  };
}
