import { comparePath, revisionPath, shortPath } from "../permalinks.ts";
import type { IsoDate } from "../statements/iso-date.ts";
import type { Instant, RevisionMark, Statement, StatementEvent } from "../statements/statement.ts";
import { longDate } from "./long-date.ts";
import { longInstant } from "./long-instant.ts";

export interface HistoryRevision {
  n: number;
  /** `Revision 2` */
  name: string;
  /** `null` where its words are gone. */
  href: string | null;
  seenAt: Instant;
  /** `23 February 2023, 06:40 UTC` */
  longSeenAt: string;
  /** Whether the page shows this very revision. */
  shown: boolean;
  /** What the publisher said of this correction; `null` for what an import brought. */
  note: string | null;
}

/** A withdrawal or a restoration. */
export interface HistoryEvent {
  /** `Withdrawn` or `Restored` */
  done: string;
  at: Instant;
  longAt: string;
  /** The publisher's words; `null` for none. */
  reason: string | null;
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
  /** Newest first. */
  events: HistoryEvent[];
  /** The comparison of the last two that can be read; `null` where there is one wording only. */
  compare: { href: string; text: string } | null;
  /** `null` where fewer than three wordings can be read. */
  form: CompareForm | null;
}

type Revised = Pick<Statement, "id" | "revision" | "revisions">;

export function statementHistory(statement: Revised & Pick<Statement, "events">): StatementHistory {
  const readable = statement.revisions.filter(({ gone }) => !gone);
  const [earlier, later] = readable.slice(-2);
  return {
    revisions: historyRevisions(statement).toReversed(),
    events: statement.events.map(historyEvent).toReversed(),
    compare:
      earlier && later ? compareLastTwo(statement.id, earlier, later, readable.length) : null,
    form:
      readable.length < 3 || !earlier || !later ? null : compareForm(statement, earlier.n, later.n),
  };
}

function historyEvent({ kind, at, reason }: StatementEvent): HistoryEvent {
  const done = kind === "withdrawn" ? "Withdrawn" : "Restored";
  return { done, at, longAt: longInstant(at), reason };
}

/** The form with two revisions chosen, by their numbers. */
export function compareForm(statement: Revised, from: number, to: number): CompareForm {
  const choices = (chosen: number) =>
    statement.revisions
      .filter(({ gone }) => !gone)
      .map(({ n, seenAt }) => ({
        n,
        text: `${n}, of ${longDate(seenAt.slice(0, 10) as IsoDate)}`,
        selected: n === chosen,
      }));
  return { action: `${shortPath(statement.id)}/compare`, from: choices(from), to: choices(to) };
}

function historyRevisions({ id, revision, revisions }: Revised): HistoryRevision[] {
  return revisions.map(({ n, seenAt, note, gone }) => ({
    n,
    name: `Revision ${n}`,
    href: gone ? null : revisionPath(id, n),
    seenAt,
    longSeenAt: longInstant(seenAt),
    shown: n === revision,
    note,
  }));
}

function compareLastTwo(
  id: string,
  earlier: RevisionMark,
  later: RevisionMark,
  readable: number,
): StatementHistory["compare"] {
  const text = readable === 2 ? "Compare the two" : "Compare the last two";
  return { href: comparePath(id, earlier.n, later.n), text };
}
