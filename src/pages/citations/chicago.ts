import type { Citation } from "../../citation.ts";
import { americanDate } from "./american-date.ts";
import { type CitedPiece, type CitedText, named, ours, stopAfter, titled } from "./cited-text.ts";

/** A note of the Chicago Manual of Style: `Agency, “Title,” Site, January 27, 2023, revision 2, https://….`; `, withdrawn June 7, 2024` follows where it was. */
export function chicagoNote(citation: Citation): CitedText {
  const { author, url } = citation;
  return [
    ...(author === null ? [] : [named(author), ours(", ")]),
    ...quotedTitle(citation, ","),
    ...siteAndDate(citation),
    ours(`, ${url}.`),
  ];
}

/** An entry of its bibliography: `Agency. “Title.” Site, January 27, 2023, revision 2. https://….` */
export function chicagoBibliography(citation: Citation): CitedText {
  const { author, url } = citation;
  return [
    ...(author === null ? [] : [named(author), ours(`${stopAfter(author)} `)]),
    ...quotedTitle(citation, stopAfter(citation.title)),
    ...siteAndDate(citation),
    ours(`. ${url}.`),
  ];
}

/** American marks stand inside the quotation; words in brackets are not quoted. */
function quotedTitle(citation: Citation, mark: string): CitedPiece[] {
  if (citation.untitled) return [titled(citation), ours(`${mark} `)];
  return [ours("“"), titled(citation), ours(`${mark}” `)];
}

function siteAndDate({ site, date, revision, withdrawn }: Citation): CitedPiece[] {
  const since = withdrawn ? `, withdrawn ${americanDate(withdrawn)}` : "";
  return [named(site), ours(`, ${americanDate(date)}, revision ${revision}${since}`)];
}
