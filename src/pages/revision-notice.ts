import { comparePath, statementPath } from "../permalinks.ts";
import type { Statement } from "../statements/statement.ts";
import { longDate } from "./long-date.ts";
import { longInstant } from "./long-instant.ts";

/** Says that a page shows an earlier wording. */
export interface RevisionNotice {
  /** `This is revision 1 of 3, first seen 22 February 2023, 18:05 UTC.` */
  text: string;
  /** Where the statement has since been given another date: a sentence with that date. */
  moved: { isoDate: string; longDate: string } | null;
  present: string;
  compare: string;
}

/** The notice over an earlier revision; `null` over the present wording. */
export function revisionNotice(shown: Statement, present: Statement): RevisionNotice | null {
  if (shown.revision === present.revision) return null;
  const seen = shown.revisions.find((revision) => revision.n === shown.revision);
  const since = seen ? `, first seen ${longInstant(seen.seenAt)}` : "";
  return {
    text: `This is revision ${shown.revision} of ${present.revisions.length}${since}.`,
    moved:
      shown.date === present.date
        ? null
        : { isoDate: present.date, longDate: longDate(present.date) },
    present: statementPath(present),
    compare: comparePath(shown.id, shown.revision, present.revision),
  };
}
