import { type AboutPage, aboutPage } from "../../src/pages/about-page.ts";
import { type ErrorPage, type ErrorRequest, errorPage } from "../../src/pages/error-page.ts";
import { type HomePage, homePage } from "../../src/pages/home-page.ts";
import { NOTHING_TYPED } from "../../src/pages/list-form-values.ts";
import {
  type StatementListPage,
  type StatementListRequest,
  statementListPage,
} from "../../src/pages/statement-list-page.ts";
import type { ViewName, Views } from "../../src/pages/views.ts";
import type { IsoDate } from "../../src/statements/iso-date.ts";
import { EVERYTHING } from "../../src/statements/statement-filter.ts";
import type { ArchiveSummary } from "../../src/store/store.ts";
import {
  exampleComparisonPage,
  exampleDayPage,
  exampleMonthPage,
  exampleStatementPage,
  exampleYearPage,
  foundOf,
  NEAREST,
  SITE,
  STATEMENTS,
  SUMMARY,
} from "./example-date-models.ts";

export const NAMES = {
  agency: [
    { name: "Coast Wire", count: 3 },
    { name: "Hill Press", count: 1 },
  ],
  place: [{ name: "Harbour Town", count: 2 }],
  language: [
    { name: "en", count: 3 },
    { name: "ar", count: 1 },
  ],
};

export const EMPTY_SUMMARY: ArchiveSummary = {
  ...SUMMARY,
  total: 0,
  first: null,
  last: null,
  headlinesDerived: 0,
  laterRevisions: 0,
  files: 0,
  changedAt: null,
};

export function exampleHomePage(summary: ArchiveSummary = SUMMARY): HomePage {
  const bars = [
    { period: "2022-11", count: 1 },
    { period: "2023-01", count: 3 },
  ];
  const years = [
    { period: "2022", count: 1 },
    { period: "2023", count: 3 },
  ];
  return homePage(SITE, { summary, years, bars, newest: STATEMENTS });
}

export function exampleStatementListPage(
  changes: Partial<StatementListRequest> = {},
): StatementListPage {
  return statementListPage(SITE, {
    summary: SUMMARY,
    typed: { ...NOTHING_TYPED, from: "2023-01", agency: "coast wire" },
    filter: { ...EVERYTHING, from: "2023-01-01" as IsoDate, agency: "coast wire" },
    order: "newest",
    found: foundOf(STATEMENTS, { next: { after: "2023-01-27.1" }, previous: { after: null } }),
    names: NAMES,
    nearest: null,
    ...changes,
  });
}

/** A list of nothing, because nobody of that name is known and the dates are empty. */
export function exampleEmptyListPage(changes: Partial<StatementListRequest> = {}) {
  return exampleStatementListPage({ found: foundOf([]), nearest: NEAREST, ...changes });
}

export function exampleAboutPage(): AboutPage {
  const site = { ...SITE, contact: "archive@example.org", rights: "Quote it with its source." };
  return aboutPage(site, { summary: SUMMARY, names: NAMES });
}

export function exampleErrorPage(changes: Partial<ErrorRequest> = {}): ErrorPage {
  const typed = { ...NOTHING_TYPED, from: "2023-02-30", to: "2023-09" };
  return errorPage(SITE, {
    problem: {
      status: 400,
      title: "There is no 30 February 2023",
      explanation: "Nothing is shown in its place.",
      faults: [
        {
          field: "from",
          typed: "2023-02-30",
          message: "February 2023 has 28 days.",
          suggestions: [{ label: "From 28 February 2023", href: "/statements?from=2023-02-28" }],
        },
        { field: "colour", typed: "red", message: "No such parameter.", suggestions: [] },
      ],
      links: [{ label: "All statements", href: "/statements" }],
    },
    summary: SUMMARY,
    typed,
    tombstone: null,
    ...changes,
  });
}

type Examples = { [Name in ViewName]: Views[Name][] };

/** Models of every view: one with everything, and those that take another way through the template. */
export const EXAMPLES: Examples = {
  home: [
    exampleHomePage(),
    exampleHomePage({ ...SUMMARY, sample: true }),
    exampleHomePage(EMPTY_SUMMARY),
  ],
  "statement-list": [
    exampleStatementListPage(),
    exampleEmptyListPage(),
    exampleEmptyListPage({
      typed: { ...NOTHING_TYPED, from: "2021" },
      filter: { ...EVERYTHING, from: "2021-01-01" as IsoDate },
    }),
    exampleEmptyListPage({
      typed: { ...NOTHING_TYPED, agency: "Coast Wyre" },
      filter: { ...EVERYTHING, agency: "Coast Wyre" },
    }),
  ],
  year: [exampleYearPage()],
  month: [exampleMonthPage()],
  day: [exampleDayPage()],
  statement: [exampleStatementPage(), exampleStatementPage({ revision: 1 })],
  comparison: [exampleComparisonPage()],
  about: [exampleAboutPage()],
  error: [
    exampleErrorPage(),
    exampleErrorPage({
      tombstone: {
        id: "k3m9p2q7ra",
        date: "2023-01-27" as IsoDate,
        reason: "It was part of the sample.",
        removedAt: "2023-02-23T06:40:00Z",
      },
    }),
    exampleErrorPage({ summary: null, typed: null }),
  ],
};
