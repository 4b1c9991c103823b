import type { Citation } from "../../citation.ts";
import { babelName } from "./babel-names.ts";
import { texText } from "./tex-text.ts";

/**
 * Citations as a BibTeX file for BibLaTeX, UTF-8, in their order; empty for none. Titles and names stand in double braces, so that no style changes their
 * capitals, takes an agency for a person or "and" for the seam of two names. `year` is what older BibTeX reads of `date`.
 */
export function bibtexFile(citations: Citation[]): string {
  return citations.map(entryOf).join("\n");
}

function entryOf(citation: Citation): string {
  const { key, author, title, site, date, revision, url, withdrawn } = citation;
  const fields: [name: string, value: string | null][] = [
    ["author", author && `{${texText(author)}}`],
    ["title", `{${texText(title)}}`],
    ["date", date],
    ["year", date.slice(0, 4)],
    ["organization", `{${texText(site)}}`],
    ["version", String(revision)],
    // BibLaTeX takes the characters of an address as they are.
    ["url", url],
    ["langid", babelName(citation.language)],
    ["note", withdrawn && `Withdrawn ${withdrawn}`],
  ];
  const lines = fields
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `  ${name.padEnd(12)} = {${value}},\n`);
  return `@online{${key},\n${lines.join("")}}\n`;
}
