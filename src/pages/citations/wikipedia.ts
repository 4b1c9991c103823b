import type { Citation } from "../../citation.ts";
import { longDate } from "../long-date.ts";

/** What MediaWiki would read as markup in a parameter of a template. `=` is none: the first one ends the name. */
const MARKUP = /\{|\}|\||\[(?=\[)|(?<=\[)\[|\](?=\])|(?<=\])\]|<|>|&(?=#?\w+;)|''+|~~~+|__+|:\/\//g;

/**
 * The template `{{cite news}}` of Wikipedia, on one line. Its `agency` is for news agencies; an access date is not asked for where the
 * words at the address do not change.
 */
export function wikipediaTemplate(citation: Citation): string {
  const { author, title, site, date, revision, url, language, withdrawn } = citation;
  const parameters: [name: string, value: string | null][] = [
    ["agency", author && wikiText(author)],
    ["title", wikiText(title)],
    ["work", wikiText(site)],
    ["date", longDate(date)],
    ["url", url],
    ["version", `Revision ${revision}${withdrawn ? `, withdrawn ${longDate(withdrawn)}` : ""}`],
    ["language", language],
  ];
  const written = parameters
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` |${name}=${value}`);
  return `{{cite news${written.join("")}}}`;
}

/** Text that MediaWiki shows as it stands: what it would read as markup is written as numbers of characters. */
function wikiText(text: string): string {
  return text.replace(MARKUP, (markup) =>
    [...markup].map((character) => `&#${character.codePointAt(0)};`).join(""),
  );
}
