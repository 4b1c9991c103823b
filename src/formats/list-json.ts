import { dataPath, shortPath, statementPath } from "../permalinks.ts";
import type { IsoDate } from "../statements/iso-date.ts";
import type { Period } from "../statements/period.ts";
import type { StatementSummary, Withdrawal } from "../statements/statement.ts";
import type { CountedPage, PeriodCount } from "../store/store.ts";
import type { WholeList } from "./whole-list.ts";

/** A page of a list. Addresses begin with `/`. */
export interface ListJson {
  /** Over all pages. */
  total: number;
  /** The days meant, both included; `null` where that end is open. */
  from: IsoDate | null;
  to: IsoDate | null;
  /** The data of the pages beside this one; `null` at the ends. */
  next: string | null;
  previous: string | null;
  statements: SummaryJson[];
  /** Of a year, month or day: its days with statements. */
  days?: { date: string; count: number }[];
}

export interface SummaryJson {
  id: string;
  permalink: string;
  short: string;
  date: IsoDate;
  headline: string;
  headlineDerived: boolean;
  place: string | null;
  agency: string | null;
  language: string;
  excerpt: string;
  /** `null` where it is not withdrawn. */
  withdrawn: Withdrawal | null;
}

/** `pageAddress` is the address of the page of this list that goes on behind a place, or of its first page. */
export function listJson(
  found: CountedPage,
  period: Period,
  pageAddress: (after: string | null) => string,
  days?: PeriodCount[],
): ListJson {
  const { next, previous } = found;
  return {
    total: found.total,
    from: period.from,
    to: period.to,
    next: next && dataPath(pageAddress(next.after), "json"),
    previous: previous && dataPath(pageAddress(previous.after), "json"),
    statements: found.statements.map(summaryJson),
    ...(days && { days: daysJson(days) }),
  };
}

/** The whole list as one page, a line for each statement: the same keys, with no page beside it. */
export async function* wholeListJson(
  { total, batches, days }: WholeList,
  { from, to }: Period,
): AsyncGenerator<string> {
  const head = JSON.stringify({ total, from, to, next: null, previous: null });
  yield `${head.slice(0, -1)},"statements":[`;
  let separator = "\n";
  for await (const batch of batches) {
    const lines = batch.map((statement) => JSON.stringify(summaryJson(statement)));
    if (lines.length > 0) yield separator + lines.join(",\n");
    separator = ",\n";
  }
  yield days ? `\n],"days":${JSON.stringify(daysJson(days))}}\n` : "\n]}\n";
}

function daysJson(days: PeriodCount[]): { date: string; count: number }[] {
  return days.map(({ period: date, count }) => ({ date, count }));
}

export function summaryJson(statement: StatementSummary): SummaryJson {
  return {
    id: statement.id,
    permalink: statementPath(statement),
    short: shortPath(statement.id),
    date: statement.date,
    headline: statement.headline,
    headlineDerived: statement.headlineDerived,
    place: statement.place,
    agency: statement.agency,
    language: statement.language,
    excerpt: statement.excerpt,
    withdrawn: statement.withdrawn,
  };
}
