import { type ComparisonPage, comparisonPage } from "../../src/pages/comparison-page.ts";
import { type DayPage, dayPage } from "../../src/pages/day-page.ts";
import { type MonthPage, monthPage } from "../../src/pages/month-page.ts";
import type { Site } from "../../src/pages/site.ts";
import { type StatementPage, statementPage } from "../../src/pages/statement-page.ts";
import { type YearPage, yearPage } from "../../src/pages/year-page.ts";
import type { IsoDate } from "../../src/statements/iso-date.ts";
import { type CalendarPeriod, parseCalendarPeriod } from "../../src/statements/period.ts";
import type { ListedStatement, Statement } from "../../src/statements/statement.ts";
import type { ArchiveSummary, CountedPage, PeriodCount } from "../../src/store/store.ts";

export const SITE: Site = {
  title: "Dateline",
  url: "https://archive.example",
  contact: null,
  rights: null,
  language: "en",
};

export const SUMMARY: ArchiveSummary = {
  generation: 1,
  total: 4,
  first: "2022-11-03" as IsoDate,
  last: "2024-03-09" as IsoDate,
  headlinesDerived: 2,
  laterRevisions: 1,
  files: 4,
  missingFiles: 0,
  changedAt: "2024-03-10T08:00:00Z",
  sample: false,
};

/** The year, month or day, which must exist. */
export function periodOf(written: string): CalendarPeriod {
  const period = parseCalendarPeriod(written);
  if (period === null) throw new Error(`expected a year, a month or a day, not ${written}`);
  return period;
}

export function summaryOf(changes: Partial<ListedStatement> = {}): ListedStatement {
  return {
    id: "k3m9p2q7ra",
    date: "2023-01-27" as IsoDate,
    slug: "the-river-bridge-opens-again",
    headline: "The river bridge opens again",
    headlineDerived: true,
    place: "Harbour Town",
    agency: "Coast Wire",
    language: "en",
    excerpt: "Lorries crossed before noon.",
    withdrawn: null,
    changedAt: "2023-01-28T06:40:00Z",
    ...changes,
  };
}

export function statementOf(changes: Partial<Statement> = {}): Statement {
  return {
    ...summaryOf(),
    text: "HARBOUR TOWN, January 27 – Coast Wire. The river bridge opens again.\n\nLorries crossed before noon.",
    format: "text",
    url: "https://wire.example/bridge",
    rights: "May be reprinted with the source named.",
    tags: ["bridges", "rivers"],
    blocks: null,
    revision: 2,
    revisions: [
      { n: 1, seenAt: "2023-01-27T18:05:00Z", sha256: "0".repeat(64), note: null, gone: false },
      { n: 2, seenAt: "2023-01-28T06:40:00Z", sha256: "1".repeat(64), note: null, gone: false },
    ],
    source: {
      file: "2023/01/27-bridge.txt",
      sha256: "0123456789abcdef".repeat(4),
      importedAt: "2023-01-28T06:40:00Z",
    },
    events: [],
    firstImportedAt: "2023-01-27T18:05:00Z",
    otherFiles: ["old/bridge.txt"],
    ...changes,
  };
}

export function foundOf(
  statements: ListedStatement[],
  changes: Partial<CountedPage> = {},
): CountedPage {
  return {
    total: statements.length,
    ranked: null,
    statements,
    next: null,
    previous: null,
    ...changes,
  };
}

const DAYS: PeriodCount[] = [
  { period: "2023-01-27", count: 2 },
  { period: "2023-01-31", count: 1 },
];

export const NEAREST = {
  before: { period: "2022-11-03", count: 1 },
  after: { period: "2024-03-09", count: 1 },
};

export const STATEMENTS: ListedStatement[] = [
  summaryOf(),
  summaryOf({ id: "b4n8t6w2xc", slug: null, headline: "A second notice", headlineDerived: false }),
  summaryOf({ id: "c5h7v3z9yd", date: "2023-01-31" as IsoDate, place: null, agency: null }),
];

export function exampleYearPage(): YearPage {
  return yearPage(SITE, {
    summary: SUMMARY,
    period: periodOf("2023"),
    years: [
      { period: "2022", count: 1 },
      { period: "2023", count: 3 },
      { period: "2024", count: 1 },
    ],
    days: DAYS,
    nearest: NEAREST,
  });
}

export function exampleMonthPage(): MonthPage {
  return monthPage(SITE, {
    summary: SUMMARY,
    period: periodOf("2023-01"),
    days: DAYS,
    nearest: NEAREST,
    months: [
      { period: "2022-11", count: 1 },
      { period: "2023-01", count: 3 },
      { period: "2024-03", count: 1 },
    ],
    found: foundOf(STATEMENTS),
    after: null,
  });
}

export function exampleDayPage(): DayPage {
  return dayPage(SITE, {
    summary: SUMMARY,
    period: periodOf("2023-01-27"),
    days: DAYS,
    nearest: NEAREST,
    found: foundOf(STATEMENTS.slice(0, 2)),
    after: null,
  });
}

export function exampleStatementPage(changes: Partial<Statement> = {}): StatementPage {
  const statement = statementOf(changes);
  return statementPage(SITE, {
    summary: SUMMARY,
    statement,
    present: statementOf(),
    neighbours: {
      earlier: summaryOf({ id: "d6j2k8m4pe", date: "2022-11-03" as IsoDate }),
      later: STATEMENTS[1] ?? null,
    },
    sameDay: foundOf(STATEMENTS.slice(0, 2)),
    wordings: [],
    quote: null,
    search: null,
  });
}

export function exampleComparisonPage(
  earlier: Partial<Statement> = { text: "The bridge is shut.", place: "Old Quay" },
  later: Partial<Statement> = {},
): ComparisonPage {
  return comparisonPage(SITE, {
    summary: SUMMARY,
    earlier: statementOf({ revision: 1, ...earlier }),
    later: statementOf(later),
    present: statementOf(),
  });
}
