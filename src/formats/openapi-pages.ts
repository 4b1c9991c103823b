import { type DataFormat, FEED_FORMATS, STATEMENT_FORMATS } from "../data-formats.ts";

/** A page, and the formats in which it is there as data. */
export interface Described {
  path: string;
  /** What it gives, as a title. */
  summary: string;
  formats: readonly DataFormat[];
  /** Of `.json`. */
  schema: string;
  parameters: readonly string[];
  /** The statuses that are answers, too. */
  statuses: readonly string[];
}

const CITATIONS = ["bib", "ris", "csl.json"] as const satisfies DataFormat[];
const LIST_FORMATS = ["json", "txt", "csv", ...FEED_FORMATS, ...CITATIONS] as const;
const PAGE_FORMATS = ["json", "txt"] as const satisfies DataFormat[];

/** Of a list, and of no feed. */
export const ORDER = ["sort", "after"];

const FILTERS = ["q", "from", "to", "agency", "place", "language", "tag", ...ORDER];

/** What a list takes further as data. */
export const OF_LIST_DATA: Partial<Record<DataFormat, string[]>> = {
  json: ["limit"],
  txt: ["limit"],
  csv: ["limitOfTable", "bom"],
};

export const PAGES: Described[] = [
  {
    path: "/statements",
    summary: "The statements that pass a filter and hold the words looked for",
    formats: LIST_FORMATS,
    schema: "List",
    parameters: FILTERS,
    statuses: ["200", "302", "400", "503"],
  },
  ...["/{year}", "/{year}/{month}", "/{year}/{month}/{day}"].map((path) => ({
    path,
    summary: `The statements of a ${path.match(/\w+(?=\}$)/)}, in order of time`,
    formats: LIST_FORMATS,
    schema: "List",
    parameters: ["after"],
    statuses: ["200", "301", "400", "404", "503"],
  })),
  {
    path: "/{year}/{month}/{day}/{name}",
    summary: "A statement",
    formats: STATEMENT_FORMATS,
    schema: "Statement",
    parameters: [],
    statuses: ["200", "301", "404", "410", "503"],
  },
  {
    path: "/s/{id}",
    summary: "A statement's short address, which leads to where it stands now",
    formats: STATEMENT_FORMATS,
    schema: "Statement",
    parameters: [],
    statuses: ["302", "404", "410", "503"],
  },
  {
    path: "/s/{id}@{n}",
    summary: "One wording of a statement, for ever",
    formats: STATEMENT_FORMATS,
    schema: "Statement",
    parameters: [],
    statuses: ["200", "404", "410", "503"],
  },
  {
    path: "/s/{id}/compare",
    summary: "Two wordings of a statement, word by word",
    formats: PAGE_FORMATS,
    schema: "Comparison",
    parameters: ["fromRevision", "toRevision"],
    statuses: ["200", "400", "404", "410", "503"],
  },
  {
    path: "/s/{id}@{n}/proof",
    summary:
      "That one wording is in the log: its entry, and the hashes that lead to the checkpoint",
    formats: PAGE_FORMATS,
    schema: "StatementProof",
    parameters: [],
    statuses: ["200", "404", "503"],
  },
  {
    path: "/proof",
    summary: "The state of the log",
    formats: ["json"],
    schema: "Proof",
    parameters: [],
    statuses: ["200", "503"],
  },
  {
    path: "/changes",
    summary: "Statements that were revised, withdrawn or restored, the last change first",
    formats: [...PAGE_FORMATS, ...FEED_FORMATS],
    schema: "Changes",
    parameters: ["before"],
    statuses: ["200", "400", "503"],
  },
  {
    path: "/check",
    summary: "Whether the archive holds a quotation",
    formats: PAGE_FORMATS,
    schema: "Check",
    parameters: ["quote"],
    statuses: ["200", "400", "503"],
  },
  {
    path: "/about",
    summary: "What the archive holds, and whose it is",
    formats: PAGE_FORMATS,
    schema: "About",
    parameters: [],
    statuses: ["200", "503"],
  },
];
