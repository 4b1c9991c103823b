import { comparePath, shortPath, statementPath } from "../../permalinks.ts";
import { markedTitle } from "../../statements/marked-title.ts";
import type { Instant, Statement } from "../../statements/statement.ts";
import { escapeHtml } from "../../text/safe-html.ts";
import type { FeedEntry } from "./feed.ts";
import { wholeText } from "./whole-text.ts";

/** What last happened to a statement, and its instants in words. */
export interface EntryChange {
  kind: "added" | "revised" | "withdrawn" | "restored";
  at: Instant;
  /** What the publisher said of it: one line; `null` where nothing was said. */
  note: string | null;
  /** `5 March 2023, 10:00 UTC` */
  longAt: string;
  /** The day of the statement: `22 February 2023`. */
  longDate: string;
  /** When it was withdrawn, in the same form; `null` where it is not. */
  longWithdrawnAt: string | null;
}

/**
 * A statement as an entry of a feed. Its id is its short address. Its day stands over the text, since an entry has instants only, and with it
 * what has happened to it since it came.
 */
export function statementEntry(
  siteUrl: string,
  statement: Statement,
  change: EntryChange,
): FeedEntry {
  const parts = [
    datelineOf(statement, change.longDate),
    ...noticesOf(siteUrl, statement, change),
    wholeText(statement),
  ];
  return {
    id: siteUrl + shortPath(statement.id),
    link: siteUrl + statementPath(statement),
    title: markedTitle(statement),
    titleDerived: statement.headlineDerived,
    language: statement.language,
    published: statement.firstImportedAt,
    updated: change.at,
    date: statement.date,
    author: statement.agency,
    html: parts.join("\n"),
    summary: statement.excerpt,
    tags: statement.tags,
    rights: statement.rights,
    source: webAddress(statement.url),
  };
}

/** `22 February 2023, Moscow, RIA Novosti (title from the first sentence)` */
function datelineOf(statement: Statement, longDate: string): string {
  const { date, place, agency, headlineDerived } = statement;
  const day = `<time datetime="${date}">${longDate}</time>`;
  const names = [place, agency].filter((name) => name !== null);
  const marked = names.map((name) => `<bdi>${escapeHtml(name)}</bdi>`);
  const mark = headlineDerived ? " (title from the first sentence)" : "";
  return ourWords([day, ...marked].join(", ") + mark);
}

/** A withdrawal that holds, and what last happened: `Revised, 5 March 2023, 10:00 UTC: A name was misspelt. What changed`. */
function noticesOf(siteUrl: string, statement: Statement, change: EntryChange): string[] {
  const { withdrawn } = statement;
  const { kind, at, longAt, note, longWithdrawnAt } = change;
  const notices: string[] = [];
  if (withdrawn && longWithdrawnAt)
    notices.push(noticed("Withdrawn", withdrawn.at, longWithdrawnAt, withdrawn.reason));
  if (kind === "restored") notices.push(noticed("Restored", at, longAt, note));
  if (kind === "revised")
    notices.push(noticed("Revised", at, longAt, note, comparison(siteUrl, statement)));
  return notices;
}

function comparison(siteUrl: string, { id, revision }: Statement): string {
  const compare = escapeHtml(siteUrl + comparePath(id, revision - 1, revision));
  return ` <a href="${compare}">What changed</a>`;
}

function noticed(word: string, at: Instant, longAt: string, said: string | null, more = "") {
  const when = `<time datetime="${at}">${longAt}</time>`;
  const words = said === null || said === "" ? "." : `: <bdi>${escapeHtml(said)}</bdi>`;
  return ourWords(`<strong>${word}</strong>, ${when}${words}${more}`);
}

function ourWords(html: string): string {
  return `<p lang="en" dir="ltr">${html}</p>`;
}

/** In the form in which a browser would ask for it; `null` for any other address. */
function webAddress(url: string | null): string | null {
  if (url === null || !/^https?:/i.test(url) || !URL.canParse(url)) return null;
  return new URL(url).href;
}
