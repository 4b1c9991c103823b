import type { Citation } from "../../citation.ts";
import { type IsoDate, partsOf } from "../../statements/iso-date.ts";
import { longYear, monthName } from "../long-date.ts";
import { type CitedText, named, ours, stopAfter, titled } from "./cited-text.ts";

/** A work cited in MLA style, 9th edition: `Agency. “Title.” Site, revision 2, 27 Jan. 2023, https://….`, and `Withdrawn 7 June 2024.` behind it where it was. */
export function mlaWork(citation: Citation): CitedText {
  const { author, title, untitled, site, date, revision, url, withdrawn } = citation;
  const stop = stopAfter(title);
  return [
    ...(author === null ? [] : [named(author), ours(`${stopAfter(author)} `)]),
    ...(untitled
      ? [titled(citation), ours(`${stop} `)]
      : [ours("“"), titled(citation), ours(`${stop}” `)]),
    named(site, true),
    ours(`, revision ${revision}, ${shortDate(date)}, ${url}.`),
    ...(withdrawn ? [ours(` Withdrawn ${shortDate(withdrawn)}.`)] : []),
  ];
}

/** `27 Jan. 2023`: the style shortens the months of more than four letters. */
function shortDate(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  const name = monthName(month);
  const short = name === "September" ? "Sept." : name.length > 4 ? `${name.slice(0, 3)}.` : name;
  return `${day} ${short} ${longYear(year)}`;
}
