import { citationOf } from "../citation.ts";
import { dataPath } from "../permalinks.ts";
import type { Statement } from "../statements/statement.ts";
import { apaReference } from "./citations/apa.ts";
import { chicagoBibliography, chicagoNote } from "./citations/chicago.ts";
import type { CitedText } from "./citations/cited-text.ts";
import { mlaWork } from "./citations/mla.ts";
import { wikipediaTemplate } from "./citations/wikipedia.ts";
import type { Link } from "./link.ts";
import type { Site } from "./site.ts";

/** How one wording is cited, as `parts/cite.ejs` prints it. */
export interface CitePanel {
  styles: { name: string; text: CitedText }[];
  /** The template with its braces, to be copied. */
  wikipedia: string;
  /** For programs that keep references. */
  files: Link[];
}

/** `path` is the page's own, beside which the files stand. */
export function citePanel(site: Site, statement: Statement, path: string): CitePanel {
  const citation = citationOf(statement, site);
  return {
    styles: [
      { name: "Chicago, note", text: chicagoNote(citation) },
      { name: "Chicago, bibliography", text: chicagoBibliography(citation) },
      { name: "APA", text: apaReference(citation) },
      { name: "MLA", text: mlaWork(citation) },
    ],
    wikipedia: wikipediaTemplate(citation),
    files: [
      { label: "BibTeX", href: dataPath(path, "bib") },
      { label: "RIS", href: dataPath(path, "ris") },
      { label: "CSL-JSON", href: dataPath(path, "csl.json") },
    ],
  };
}
