import type { Citation } from "../../citation.ts";
import { partsOf } from "../../statements/iso-date.ts";

/** An item of CSL-JSON (Citation Style Language 1.0.2): a web page. */
export interface CslItem {
  id: string;
  type: "webpage";
  /** `literal`: no style may take it apart as the name of a person. */
  author?: { literal: string }[];
  title: string;
  "container-title": string;
  issued: { "date-parts": [[year: number, month: number, day: number]] };
  version: string;
  URL: string;
  language: string;
  /** `Withdrawn 2024-06-07`; left out where it is not. */
  note?: string;
}

/** Citations in their order. A single one is a list, too, as readers of CSL-JSON expect. */
export function cslItems(citations: Citation[]): CslItem[] {
  return citations.map(itemOf);
}

/** The site is the container only: as publisher, styles would name it twice. */
function itemOf(citation: Citation): CslItem {
  const { key, author, title, site, date, revision, url, language, withdrawn } = citation;
  const { year, month, day } = partsOf(date);
  return {
    id: key,
    type: "webpage",
    ...(author !== null && { author: [{ literal: author }] }),
    title,
    "container-title": site,
    issued: { "date-parts": [[year, month, day]] },
    version: `revision ${revision}`,
    URL: url,
    language,
    ...(withdrawn !== null && { note: `Withdrawn ${withdrawn}` }),
  };
}
