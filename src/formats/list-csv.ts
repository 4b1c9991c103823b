import { shortPath, statementPath } from "../permalinks.ts";
import type { Statement } from "../statements/statement.ts";

type Cell = string | number | boolean | null;

/** What each column holds, in order. `siteUrl` has no slash at its end. */
const COLUMNS: Record<string, (statement: Statement, siteUrl: string) => Cell> = {
  id: ({ id }) => id,
  permalink: (statement, siteUrl) => siteUrl + statementPath(statement),
  short: ({ id }, siteUrl) => siteUrl + shortPath(id),
  date: ({ date }) => date,
  headline: ({ headline }) => headline,
  headlineDerived: ({ headlineDerived }) => headlineDerived,
  place: ({ place }) => place,
  agency: ({ agency }) => agency,
  language: ({ language }) => language,
  tags: ({ tags }) => tags.join("; "),
  url: ({ url }) => url,
  rights: ({ rights }) => rights,
  revision: ({ revision }) => revision,
  revisedAt: ({ revisions }) => revisions.at(-1)?.seenAt ?? null,
  file: ({ source }) => source.file,
  sha256: ({ source }) => source.sha256,
  text: ({ text }) => text,
  withdrawn: ({ withdrawn }) => withdrawn?.at ?? null,
};

/** Spreadsheets take the mark for a sign that the file is in UTF-8; without it some read it as something else. */
export const BYTE_ORDER_MARK = "\ufeff";

/** The first line: the names of the columns. */
export function csvHeader(): string {
  return record(Object.keys(COLUMNS));
}

/** A record for each statement (RFC 4180), with its whole text. `siteUrl` has no slash at its end. */
export function csvRecords(statements: readonly Statement[], siteUrl: string): string {
  const columns = Object.values(COLUMNS);
  return statements
    .map((statement) => record(columns.map((cellOf) => cellOf(statement, siteUrl))))
    .join("");
}

function record(cells: Cell[]): string {
  return `${cells.map(field).join(",")}\r\n`;
}

/** Quoted where it must be, and where a reader might take white space at an end off. */
function field(cell: Cell): string {
  const text = harmless(cell === null ? "" : String(cell));
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would run what begins so as a formula; with an apostrophe in front it shows it. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
