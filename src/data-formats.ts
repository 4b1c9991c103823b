/** What clients and readers are told of a format. */
interface DataFormatFacts {
  /** The media type, without parameters. */
  type: string;
  /** Of the link to it. */
  title: string;
}

/** Every format in which a page may stand beside itself as data, by the ending of its address, in the order in which pages offer them. */
export const DATA_FORMATS = {
  json: { type: "application/json", title: "This page as JSON" },
  txt: { type: "text/plain", title: "This page as plain text" },
  csv: { type: "text/csv", title: "This list as a table (CSV)" },
  atom: { type: "application/atom+xml", title: "Feed of this page (Atom)" },
  rss: { type: "application/rss+xml", title: "Feed of this page (RSS)" },
  "feed.json": { type: "application/feed+json", title: "Feed of this page (JSON Feed)" },
  bib: { type: "application/x-bibtex", title: "Citation (BibTeX)" },
  ris: { type: "application/x-research-info-systems", title: "Citation (RIS)" },
  "csl.json": { type: "application/vnd.citationstyles.csl+json", title: "Citation (CSL-JSON)" },
} as const satisfies Record<string, DataFormatFacts>;

export type DataFormat = keyof typeof DATA_FORMATS;

/** To be subscribed to: in the order of changes, whatever the order of the page. */
export const FEED_FORMATS = ["atom", "rss", "feed.json"] as const satisfies DataFormat[];

/** Those of a statement and of each of its revisions, in the order of their links. */
export const STATEMENT_FORMATS = [
  "json",
  "txt",
  "bib",
  "ris",
  "csl.json",
] as const satisfies DataFormat[];

/** The longest first, so that `.feed.json` is not taken for `.json`. */
export const DATA_ENDINGS = (Object.keys(DATA_FORMATS) as DataFormat[]).toSorted(
  (a, b) => b.length - a.length,
);

/** The value of `Content-Type`. */
export function contentType(format: DataFormat): string {
  return `${DATA_FORMATS[format].type}; charset=utf-8`;
}
