import type { Citation } from "../../citation.ts";
import { partsOf } from "../../statements/iso-date.ts";
import { longYear, monthName } from "../long-date.ts";
import { americanDate } from "./american-date.ts";
import { type CitedPiece, type CitedText, named, ours, stopAfter, titled } from "./cited-text.ts";

/**
 * A reference of APA style, 7th edition: `Agency. (2023, January 27). Title (Revision 2). Site. https://…`, with `(Revision 2, withdrawn June 7,
 * 2024)` where it was.
 */
export function apaReference(citation: Citation): CitedText {
  const { author, site, url } = citation;
  const title = [titled(citation, !citation.untitled), ours(` (${revisionOf(citation)}). `)];
  const date = ours(`(${dateOf(citation)}). `);
  const opening: CitedPiece[] =
    author === null
      ? [...title, date]
      : [named(author), ours(`${stopAfter(author)} `), date, ...title];
  return [...opening, named(site), ours(`${stopAfter(site)} ${url}`)];
}

function revisionOf({ revision, withdrawn }: Citation): string {
  return `Revision ${revision}${withdrawn ? `, withdrawn ${americanDate(withdrawn)}` : ""}`;
}

function dateOf({ date }: Citation): string {
  const { year, month, day } = partsOf(date);
  return `${longYear(year)}, ${monthName(month)} ${day}`;
}
