import { logCheckpoint } from "../../src/formats/log-checkpoint.ts";
import { entryBytes, type LogEntry } from "../../src/log/log-entry.ts";
import { makeKey, readSigner, type Signer } from "../../src/log/signed-note.ts";
import { type AboutPage, aboutPage } from "../../src/pages/about-page.ts";
import {
  type ChangesPage,
  type ChangesRequest,
  changesPage,
} from "../../src/pages/changes-page.ts";
import { checkPage } from "../../src/pages/check-page.ts";
import { developersPage } from "../../src/pages/developers-page.ts";
import { downloadPage } from "../../src/pages/download-page.ts";
import type { Instead } from "../../src/pages/empty-list.ts";
import { type ErrorPage, type ErrorRequest, errorPage } from "../../src/pages/error-page.ts";
import { exportedSearchPage } from "../../src/pages/exported-search-page.ts";
import { type HomePage, homePage } from "../../src/pages/home-page.ts";
import { NOTHING_TYPED } from "../../src/pages/list-form-values.ts";
import { type ProofPage, proofPage } from "../../src/pages/proof-page.ts";
import {
  type StatementListPage,
  type StatementListRequest,
  statementListPage,
} from "../../src/pages/statement-list-page.ts";
import {
  type StatementProofPage,
  statementProofPage,
} from "../../src/pages/statement-proof-page.ts";
import type { ViewName, Views } from "../../src/pages/views.ts";
import type { IsoDate } from "../../src/statements/iso-date.ts";
import type { CalendarPeriod } from "../../src/statements/period.ts";
import type { CheckedWords, QuotationCheck } from "../../src/statements/quotation-check.ts";
import type { SearchQuery } from "../../src/statements/search-query.ts";
import type { StatementSummary } from "../../src/statements/statement.ts";
import { EVERYTHING } from "../../src/statements/statement-filter.ts";
import type { ArchiveSummary, Facets } from "../../src/store/store.ts";
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
  summaryOf,
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

export const BRIDGE: SearchQuery = {
  all: [[{ words: ["bridge"], exact: false, prefix: false }]],
  none: [],
};

export const FACETS: Facets = {
  years: [
    { period: "2022", count: 1 },
    { period: "2023", count: 3 },
  ],
  agencies: NAMES.agency,
  places: Array.from({ length: 50 }, (_, index) => ({
    name: index === 0 ? "Harbour Town" : `Town ${index + 100}`,
    count: 2,
  })),
  languages: NAMES.language,
  tags: [{ name: "bridges", count: 2 }],
  withoutAgency: 1,
  withoutPlace: 2,
};

const COUNTS: StatementListRequest["counts"] = {
  frame: { first: "2022-11-03" as IsoDate, last: "2023-01-27" as IsoDate, unit: "month" },
  found: [{ period: "2023-01", count: 3 }],
  all: [
    { period: "2022-11", count: 1 },
    { period: "2023-01", count: 4 },
  ],
};

export const INSTEAD: Instead = {
  names: NAMES,
  fewer: [],
  spellings: [{ word: "brigde", near: [{ name: "bridge", count: 31, total: 4 }] }],
  nearest: NEAREST,
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
    query: null,
    understood: null,
    dates: [],
    words: new Map(),
    facets: FACETS,
    counts: COUNTS,
    filter: { ...EVERYTHING, from: "2023-01-01" as IsoDate, agency: "coast wire" },
    order: "newest",
    found: foundOf(STATEMENTS, { next: { after: "2023-01-27.1" }, previous: { after: null } }),
    instead: null,
    ...changes,
  });
}

/** A list of hits, read as plain words, of which only some were ranked. */
export function exampleSearchPage(changes: Partial<StatementListRequest> = {}) {
  const [first, second] = STATEMENTS.map(({ id }) => id) as [string, string];
  const passage = {
    text: "over the bridge",
    matches: [{ start: 9, end: 15 }],
    anchor: "p-4k7m2x9a",
  };
  const words = new Map([
    [
      first,
      { headline: [{ start: 0, end: 3 }], passage: { ...passage, before: true, after: true } },
    ],
    [second, { headline: [], passage: null }],
  ]);
  return exampleStatementListPage({
    typed: { ...NOTHING_TYPED, q: "2023 bridge" },
    query: BRIDGE,
    filter: EVERYTHING,
    order: "relevance",
    understood: "plain",
    dates: [
      { written: "2023", unit: "year", first: "2023-01-01", last: "2023-12-31" },
    ] as CalendarPeriod[],
    found: { ...foundOf(STATEMENTS, { total: 5000 }), ranked: 3000 },
    words,
    ...changes,
  });
}

/** A list of nothing, because nobody of that name is known and the dates are empty. */
export function exampleEmptyListPage(changes: Partial<StatementListRequest> = {}) {
  return exampleStatementListPage({ found: foundOf([]), instead: INSTEAD, ...changes });
}

export function exampleChangesPage(changes: Partial<ChangesRequest> = {}): ChangesPage {
  const [revised, withdrawn] = STATEMENTS as StatementSummary[] as [
    StatementSummary,
    StatementSummary,
  ];
  const at = "2023-03-05T10:00:00Z";
  const note = "A name was misspelt.";
  const { id, date } = withdrawn;
  const tombstone = { id, date, reason: "It was no statement.", removedAt: at, agency: null };
  return changesPage(SITE, {
    summary: SUMMARY,
    changes: [
      { at, kind: "revised", note, statement: revised, revision: 2, tombstone: null },
      { at, kind: "restored", note: null, statement: revised, revision: 1, tombstone: null },
      { at, kind: "withdrawn", note: tombstone.reason, statement: null, revision: null, tombstone },
    ],
    before: null,
    next: { after: "7" },
    ...changes,
  });
}

/** Of a quotation; `null` asks for one. */
export function exampleCheckPage(check: QuotationCheck | null) {
  return checkPage(SITE, { summary: SUMMARY, typed: check && "the bridge is open", check });
}

function exampleChecks() {
  const found = { statement: summaryOf(), revision: 1, passage: "The bridge is shut" };
  const words: CheckedWords[] = [
    { kind: "same", text: "The bridge is", apart: false },
    { kind: "quoted", text: "open", apart: true },
    { kind: "archived", text: "shut", apart: true },
  ];
  const checks: QuotationCheck[] = [
    { verdict: "exact", passages: [{ ...found, present: true, words: [] }], more: true },
    { verdict: "altered", passages: [{ ...found, present: false, words }], more: false },
    { verdict: "absent", passages: [], more: false },
  ];
  return checks.map(exampleCheckPage);
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
    exampleSearchPage(),
    exampleEmptyListPage({ query: BRIDGE }),
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
  statement: [
    exampleStatementPage(),
    exampleStatementPage({ revision: 1 }),
    exampleStatementPage({ headlineDerived: false }),
  ],
  comparison: [exampleComparisonPage()],
  changes: [exampleChangesPage(), exampleChangesPage({ changes: [], next: null })],
  check: [exampleCheckPage(null), ...exampleChecks()],
  about: [exampleAboutPage()],
  developers: [developersPage(SITE, SUMMARY, ["json", "csv"])],
  download: [
    downloadPage(SITE, {
      summary: SUMMARY,
      whole: {
        generation: 1,
        changedAt: "2024-05-06T07:08:09Z",
        total: 1,
        files: [{ name: "archive.jsonl", bytes: 2_500_000, sha256: "ab".repeat(32) }],
      },
      making: { written: 0, total: 1 },
      refused: null,
    }),
    downloadPage(SITE, {
      summary: SUMMARY,
      whole: null,
      making: null,
      refused: "The folder cannot be written to.",
    }),
  ],
  proof: [
    exampleProofPage(null),
    exampleProofPage(readSigner(makeKey("example.org/log").signerKey)),
  ],
  "statement-proof": [
    exampleStatementProofPage([Buffer.alloc(32, 1)]),
    exampleStatementProofPage([]),
  ],
  "exported-search": [exportedSearchPage(SITE, SUMMARY)],
  error: [
    exampleErrorPage(),
    exampleErrorPage({
      tombstone: {
        id: "k3m9p2q7ra",
        date: "2023-01-27" as IsoDate,
        reason: "It was part of the sample.",
        removedAt: "2023-02-23T06:40:00Z",
        agency: null,
      },
    }),
    exampleErrorPage({ summary: null, typed: null }),
  ],
};

function exampleProofPage(logSigner: Signer | null): ProofPage {
  const head = { size: 978, root: Buffer.alloc(32, 7) };
  const summary = { ...SUMMARY, sample: logSigner === null };
  const checkpoint = logCheckpoint({ ...SITE, logSigner }, summary, head);
  return proofPage({ ...SITE, logSigner }, { summary, head, checkpoint });
}

function exampleStatementProofPage(path: Buffer[]): StatementProofPage {
  const entry: LogEntry = {
    statement: "k3m9p2q7ra",
    revision: 1,
    change: "added",
    date: "2023-01-27" as IsoDate,
    source: "ab".repeat(32),
    record: path.length === 0 ? null : "cd".repeat(32),
    time: "2024-05-06T07:08:09Z",
  };
  const size = path.length + 1;
  const checkpoint = logCheckpoint(SITE, SUMMARY, { size, root: Buffer.alloc(32, 7) });
  const proof = { index: 0, entry: entryBytes(entry), path, checkpoint };
  return statementProofPage(SITE, { summary: SUMMARY, entry, proof, size });
}
