import { type Citation, citationOf } from "../../citation.ts";
import type { DataFormat } from "../../data-formats.ts";
import { bibtexFile } from "../../formats/citations/bibtex.ts";
import { cslItems } from "../../formats/citations/csl-json.ts";
import { risFile } from "../../formats/citations/ris.ts";
import { jsonText } from "../../formats/json-text.ts";
import type { Statement } from "../../statements/statement.ts";
import { PageProblem } from "../page-problem.ts";
import type { Asked, Body, Resource } from "../resource.ts";
import type { ListResource } from "./list-resource.ts";
import { listBody, listed, withTexts } from "./whole-list.ts";

/** So many statements are cited in one file at most: a reference manager can still be used with them. */
export const MOST_CITED = 1000;

export const CITATION_FORMATS = ["bib", "ris", "csl.json"] as const satisfies DataFormat[];

/** A file of these citations. */
type WriteFile = (citations: Citation[]) => string;

/** The citation of one wording as files. */
export function statementCitations({ site }: Asked, statement: Statement): Resource["data"] {
  return inEachFormat((write) => write([citationOf(statement, site)]));
}

/**
 * The citations of a list as files, all of them from where the address goes on. Each throws a 400 where the list holds more statements than one file
 * may, so that no part passes for the whole.
 */
export function listCitations(asked: Asked, list: ListResource): Resource["data"] {
  return inEachFormat((write) => {
    const { total } = list;
    if (total > MOST_CITED) throw tooMany(total, list.pageAddress(null));
    return fileOfList(asked, list, write);
  });
}

function inEachFormat(make: (write: WriteFile) => Body | Promise<Body>): Resource["data"] {
  return {
    bib: () => make(bibtexFile),
    ris: () => make(risFile),
    "csl.json": () => make((citations) => jsonText(cslItems(citations))),
  };
}

function fileOfList(
  { store, site }: Asked,
  { total, request }: ListResource,
  write: WriteFile,
): Promise<Body> {
  return listBody(store, total, async function* (reader) {
    const citations: Citation[] = [];
    for await (const batch of withTexts(reader, listed(reader, request)))
      citations.push(...batch.map((statement) => citationOf(statement, site)));
    yield write(citations);
  });
}

function tooMany(total: number, page: string): PageProblem {
  const count = total.toLocaleString("en");
  const most = MOST_CITED.toLocaleString("en");
  return new PageProblem({
    status: 400,
    title: `${count} statements are too many for one file of citations`,
    explanation: `It holds ${most} at most, and none was left out silently. Narrow the list by dates, agency, place, language or words, or take it a year or a month at a time.`,
    faults: [],
    links: [{ label: "The list, to be narrowed", href: page }],
  });
}
