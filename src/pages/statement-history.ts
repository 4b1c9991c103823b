import { comparePath, revisionPath, shortPath } from "../permalinks.ts";
import type { IsoDate } from "../statements/iso-date.ts";
import type { Instant, Statement } from "../statements/statement.ts";
import { longDate } from "./long-date.ts";
import { longInstant } from "./long-instant.ts";

export interface HistoryRevision {
  n: number;
  /** `Revision 2` */
  name: string;
  href: string;
  seenAt: Instant;
  /** `23 February 2023, 06:40 UTC` */
  longSeenAt: string;
  /** Whether the page shows this very revision. */
  shown: boolean;
}

/** A choice of one revision in the form. */
export interface RevisionChoice {
  n: number;
  /** `1, seen 22 February 2023` */
  text: string;
  selected: boolean;
}

/** The form that compares any two revisions. */
export interface CompareForm {
  action: string;
  from: RevisionChoice[];
  to: RevisionChoice[];
}

/** What is known of a statement's wordings, as `parts/history.ejs` prints it. */
export interface StatementHistory {
  /** Newest first. */
  revisions: HistoryRevision[];
  /** The comparison of the last two; `null` where there is one wording only. */
  compare: { href: string; text: string } | null;
  /** `null` where there are fewer than three wordings. */
  form: CompareForm | null;
}

type Revised = Pick<Statement, "id" | "revision" | "revisions">;

export function statementHistory(statement: Revised): StatementHistory {
  const last = statement.revisions.length;
  return {
    revisions: historyRevisions(statement).toReversed(),
    compare: last < 2 ? null : compareLastTwo(statement),
    form: last < 3 ? null : compareForm(statement, last - 1, last),
  };
}

/** The form with two revisions chosen, by their numbers. */
export function compareForm(statement: Revised, from: number, to: number): CompareForm {
  const choices = (chosen: number) =>
    statement.revisions.map(({ n, seenAt }) => ({
      n,
      text: `${n}, of ${longDate(seenAt.slice(0, 10) as IsoDate)}`,
      selected: n === chosen,
    }));
  return { action: `${shortPath(statement.id)}/compare`, from: choices(from), to: choices(to) };
}

function historyRevisions({ id, revision, revisions }: Revised): HistoryRevision[] {
  return revisions.map(({ n, seenAt }) => ({
    n,
    name: `Revision ${n}`,
    href: revisionPath(id, n),
    seenAt,
    longSeenAt: longInstant(seenAt),
    shown: n === revision,
  }));
}

function compareLastTwo({ id, revisions }: Revised): StatementHistory["compare"] {
  const [earlier, later] = revisions.slice(-2);
  if (!earlier || !later) return null;
  const text = revisions.length === 2 ? "Compare the two" : "Compare the last two";
  return { href: comparePath(id, earlier.n, later.n), text };
}
