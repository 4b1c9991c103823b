import type { DataFormat } from "./data-formats.ts";
import type { IsoDate } from "./statements/iso-date.ts";
import type { StatementSummary } from "./statements/statement.ts";

/** The query of a list, each part as it stands in the address; absent, `null` and empty parts are left out. */
export interface ListQuery {
  q?: string | null;
  from?: string | null;
  to?: string | null;
  agency?: string | null;
  place?: string | null;
  language?: string | null;
  tag?: string | null;
  sort?: string | null;
  after?: string | null;
  /** Only of data. */
  limit?: string | null;
}

export type { DataFormat };

/** The parts of a list's query, in the order of the address. */
export const LIST_PARTS = [
  "q",
  "from",
  "to",
  "agency",
  "place",
  "language",
  "tag",
  "sort",
  "after",
  "limit",
] as const satisfies (keyof ListQuery)[];

/** Characters that a query holds as they are. */
const PLAIN = /^[A-Za-z0-9*._-]*$/;

export const HOME = "/";
export const ABOUT = "/about";
export const STATEMENTS = "/statements";
export const CHANGES = "/changes";
export const CHECK = "/check";

/** `2023` → `/2023`, `2023-01` → `/2023/01`, `2023-01-27` → `/2023/01/27`. */
export function periodPath(written: string): string {
  return `/${written.replaceAll("-", "/")}`;
}

/** The list with that query, its parts always in the same order; parts that are absent, `null` or empty are left out. */
export function listPath(query: ListQuery): string {
  return withQuery(STATEMENTS, query);
}

/** Any path with a query of the list's parts. */
export function withQuery(path: string, query: ListQuery): string {
  let written = "";
  for (const name of LIST_PARTS) {
    const value = query[name];
    if (value) written += `${written === "" ? "?" : "&"}${name}=${inQuery(value)}`;
  }
  return path + written;
}

/** As forms write it (URL Standard, application/x-www-form-urlencoded). */
function inQuery(value: string): string {
  return PLAIN.test(value) ? value : new URLSearchParams([["", value]]).toString().slice(1);
}

/** Where a statement stands now. */
export function statementPath(
  statement: Pick<StatementSummary, "id" | "slug"> & { date: IsoDate },
): string {
  const name = statement.slug === null ? statement.id : `${statement.slug}-${statement.id}`;
  return `${periodPath(statement.date)}/${name}`;
}

/** A statement as one hit of a search: its page marks the words, and goes on to the next hit. */
export function hitPath(
  statement: Pick<StatementSummary, "id" | "slug"> & { date: IsoDate },
  search: ListQuery,
): string {
  return withQuery(statementPath(statement), { ...search, after: null });
}

/** A statement's short address, which never changes. */
export function shortPath(id: string): string {
  return `/s/${id}`;
}

/** One wording of a statement, for ever. */
export function revisionPath(id: string, n: number): string {
  return `/s/${id}@${n}`;
}

/** Leads to the wording of a statement that stood at an instant (RFC 7089). */
export function timeGatePath(id: string): string {
  return `/timegate${shortPath(id)}`;
}

/** All wordings of a statement with their instants (RFC 7089). */
export function timeMapPath(id: string): string {
  return `/timemap${shortPath(id)}`;
}

/** The address of a statement or a revision with a quotation, which is marked there. */
export function withQuote(address: string, quote: string): string {
  const [path = "", query = ""] = address.split("?", 2);
  const parts = new URLSearchParams(query);
  parts.set("quote", quote);
  return `${path}?${parts}`;
}

/** Whether the archive holds a quotation. */
export function checkPath(quote: string): string {
  return withQuote(CHECK, quote);
}

/** Two wordings, word by word. */
export function comparePath(id: string, from: number, to: number): string {
  return `/s/${id}/compare?from=${from}&to=${to}`;
}

/** The same thing as data: the ending goes before the query. The home page's data is that of the list. */
export function dataPath(address: string, format: DataFormat): string {
  const [path, query] = address.split("?", 2);
  const data = `${path === HOME ? STATEMENTS : path}.${format}`;
  return query === undefined ? data : `${data}?${query}`;
}

/** What the log proves. */
export const PROOF = "/proof";

/** That one wording is in the log, for ever. */
export function proofPath(id: string, n: number): string {
  return `${revisionPath(id, n)}/proof`;
}

/** The log as static files (c2sp.org/tlog-tiles). */
export const LOG_CHECKPOINT = "/log/checkpoint";
export const LOG_TILE = "/log/tile";

/** The program that checks a download against its log, with no code of the archive. */
export const VERIFIER = "/verify-export.mjs";

/** What can be downloaded. */
export const DOWNLOAD = "/download";

/** A file of the whole archive: `archive.jsonl`. */
export function downloadPath(name: string): string {
  return `${DOWNLOAD}/${name}`;
}

export const DEVELOPERS = "/developers";
export const OPENAPI = "/openapi.json";
/** The feed of that page from where it goes on with the changes before `before`; the ending of its format is not on it yet. */
export function feedPath(page: string, before: string | null): string {
  const bare = withoutParameters(page, ["sort", "after"]);
  if (before === null) return bare;
  return `${bare}${bare.includes("?") ? "&" : "?"}${new URLSearchParams({ before })}`;
}

function withoutParameters(address: string, names: readonly string[]): string {
  const [path = "", query = ""] = address.split("?", 2);
  const left = new URLSearchParams(query);
  for (const name of names) left.delete(name);
  return left.size === 0 ? path : `${path}?${left}`;
}

export const OAI = "/oai";
export const OPENSEARCH = "/opensearch.xml";
export const SITEMAP = "/sitemap.xml";

/** The sitemap of a year, month or day as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or of the rest of a day behind a place, as `YYYY-MM-DD.3`. */
export function sitemapPath(written: string): string {
  return `/sitemap/${written}.xml`;
}
