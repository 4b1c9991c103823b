import { revisionPath } from "./permalinks.ts";
import { dayOf } from "./statements/day-of.ts";
import type { IsoDate } from "./statements/iso-date.ts";
import { plainLine } from "./statements/plain-line.ts";
import type { Statement } from "./statements/statement.ts";

/**
 * What a citation names of one wording of a statement. Later revisions change nothing in it; a withdrawal and a restoration do. Texts are
 * single lines.
 */
export interface Citation {
  /** Names the wording in files of citations: `dateline-k3m9p2q7ra-2`. */
  key: string;
  /** The agency, which is no person; `null` where none is known. */
  author: string | null;
  /** The title as cited. */
  title: string;
  /** Whether the statement has no title of its own: then the title is words of its text, in brackets. */
  untitled: boolean;
  /** The archive's name. */
  site: string;
  date: IsoDate;
  revision: number;
  /** The permanent address of this very wording, so that no citation needs a date of access. */
  url: string;
  /** A BCP 47 tag. */
  language: string;
  /** The day, in UTC, on which the statement was withdrawn; `null` where it is not. */
  withdrawn: IsoDate | null;
}

/** What is cited of a statement. */
export type Cited = Pick<
  Statement,
  "id" | "revision" | "date" | "headline" | "headlineDerived" | "agency" | "language" | "withdrawn"
>;

/** `site.url` has no slash at its end. */
export function citationOf(statement: Cited, site: { title: string; url: string }): Citation {
  const { id, revision, headlineDerived, agency } = statement;
  const headline = oneLine(statement.headline);
  return {
    key: `dateline-${id}-${revision}`,
    author: agency === null ? null : oneLine(agency) || null,
    title: headlineDerived ? `[${headline}]` : headline,
    untitled: headlineDerived,
    site: oneLine(site.title),
    date: statement.date,
    revision,
    url: site.url + revisionPath(id, revision),
    language: statement.language,
    withdrawn: statement.withdrawn && dayOf(statement.withdrawn.at),
  };
}

function oneLine(text: string): string {
  return plainLine(text, Number.POSITIVE_INFINITY);
}
