import { DATA_FORMATS, type DataFormat, FEED_FORMATS, STATEMENT_FORMATS } from "../data-formats.ts";
import { downloadPath, LOG_CHECKPOINT } from "../permalinks.ts";
import { csvHeader } from "./list-csv.ts";
import { ref, type Schema } from "./openapi-schemas.ts";

/** A page, and the formats in which it is there as data. */
interface Described {
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
const ORDER = ["sort", "after"];

const FILTERS = ["q", "from", "to", "agency", "place", "language", "tag", ...ORDER];

/** What a list takes further as data. */
const OF_LIST_DATA: Partial<Record<DataFormat, string[]>> = {
  json: ["limit"],
  txt: ["limit"],
  csv: ["limitOfTable", "bom"],
};

const PAGES: Described[] = [
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

const TABLE_COLUMNS = csvHeader().trimEnd().replaceAll(",", ", ");

const WORDS: Record<string, string> = {
  "200": "What was asked for.",
  "301": "Another address is the right one from now on.",
  "302": "It stands at another address now.",
  "304": "It is as the client has it.",
  "400": "A value that could not be taken.",
  "404": "Nothing is or was there.",
  "410": "A statement that was taken away.",
  "503": "The archive cannot answer just now; try again.",
};

/** The paths object of the description: each page in each of its formats. */
export function openApiPaths(): Record<string, object> {
  const entries = PAGES.flatMap((page) =>
    page.formats.map((format) => [`${page.path}.${format}`, { get: operation(page, format) }]),
  );
  return { ...Object.fromEntries(entries), ...DOWNLOADS, [LOG_CHECKPOINT]: CHECKPOINT };
}

/** The whole archive as files. */
const DOWNLOADS: Record<string, object> = {
  [downloadPath("archive.jsonl")]: file("JSON Lines", "application/jsonl"),
  [downloadPath("archive.jsonl.sha256")]: file("JSON Lines: its SHA-256", "text/plain"),
  [downloadPath("archive.sqlite")]: file("SQLite", "application/vnd.sqlite3"),
  [downloadPath("archive.sqlite.sha256")]: file("SQLite: its SHA-256", "text/plain"),
  [downloadPath("log.jsonl")]: file("the log, JSON Lines", "application/jsonl"),
  [downloadPath("log.jsonl.sha256")]: file("the log: its SHA-256", "text/plain"),
};

const CHECKPOINT = {
  get: {
    summary:
      "The log's checkpoint (c2sp.org/tlog-checkpoint); its tiles are behind /log/tile/ (c2sp.org/tlog-tiles)",
    responses: {
      "200": {
        description: WORDS["200"],
        content: { "text/plain": { schema: { type: "string" } } },
      },
      "304": { description: WORDS["304"] },
      "503": {
        description: WORDS["503"],
        content: { "text/html": { schema: { type: "string" } } },
      },
    },
  },
};

function file(form: string, type: string): object {
  const schema = { type: "string", ...(type !== "text/plain" && { format: "binary" }) };
  const wait = { "text/html": { schema: { type: "string" } } };
  return {
    get: {
      summary: `The whole archive as one file (${form})`,
      responses: {
        "200": { description: WORDS["200"], content: { [type]: { schema } } },
        "206": { description: "The part that was asked for.", content: { [type]: { schema } } },
        "304": { description: WORDS["304"] },
        "503": { description: "It is being made, or cannot be; try again.", content: wait },
      },
    },
  };
}

function operation(page: Described, format: DataFormat): object {
  const { path, summary, statuses } = page;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const all = [...inPath, ...inQuery(page, format)];
  return {
    summary: `${summary} (${format})`,
    ...(all.length > 0 && { parameters: all.map(parameterRef) }),
    responses: Object.fromEntries(
      [...statuses, "304"].sort().map((status) => [status, answer(status, page, format)]),
    ),
  };
}

function inQuery({ schema, parameters }: Described, format: DataFormat): string[] {
  if (schema !== "List") return [...parameters];
  if (isFeed(format)) return [...parameters.filter((name) => !ORDER.includes(name)), "before"];
  return [...parameters, ...(OF_LIST_DATA[format] ?? [])];
}

function isFeed(format: DataFormat): boolean {
  return FEED_FORMATS.some((feed) => feed === format);
}

function parameterRef(name: string): object {
  return { $ref: `#/components/parameters/${name}` };
}

function answer(status: string, page: Described, format: DataFormat): object {
  const description = WORDS[status];
  if (status === "200") return { description, content: contentOf(page, format) };
  if (status.startsWith("3")) return { description };
  const content = format.endsWith("json")
    ? { "application/problem+json": { schema: ref("Problem") } }
    : { "text/plain": { schema: { type: "string" } } };
  return { description, content };
}

function contentOf({ schema }: Described, format: DataFormat): object {
  const { type } = DATA_FORMATS[format];
  return { [type]: { schema: schemaOf(schema, format) } };
}

/** `own` is that of the page's JSON. */
function schemaOf(own: string, format: DataFormat): Schema {
  if (format === "json") return ref(own);
  if (format === "csl.json") return ref("Citations");
  if (format === "csv") return { type: "string", description: `Its columns are ${TABLE_COLUMNS}.` };
  return { type: format.endsWith("json") ? "object" : "string" };
}
