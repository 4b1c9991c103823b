import {
  CHANGES,
  comparePath,
  dataPath,
  feedPath,
  periodPath,
  shortPath,
  statementPath,
} from "../permalinks.ts";
import type { ArchiveSummary, StatementChange } from "../store/store.ts";
import type { Direction } from "../text/direction.ts";
import { directionOfWords } from "../text/paragraph-direction.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import type { Link } from "./link.ts";
import { longDate } from "./long-date.ts";
import { longInstant } from "./long-instant.ts";
import type { Site } from "./site.ts";

export interface ChangesRequest {
  summary: ArchiveSummary;
  /** The newest first. */
  changes: StatementChange[];
  /** Where this page begins; `null` at the start. */
  before: string | null;
  /** Where the next begins; `null` on the last. */
  next: { after: string } | null;
}

/** What happened to a statement, on the page of changes. */
export interface ChangeLine {
  /** The statement's headline; of one that is gone, what it was. */
  headline: string;
  href: string;
  language: string;
  direction: Direction;
  /** `Revised`, `Withdrawn` or `Restored`. */
  kind: string;
  instant: string;
  longInstant: string;
  /** The day of the statement. */
  isoDate: string;
  longDate: string;
  dayHref: string;
  /** The publisher's words. */
  note: string | null;
  /** What the revision changed; `null` where there is nothing to compare. */
  compare: string | null;
}

export interface ChangesPage {
  layout: Layout;
  /** Atom. */
  feed: string;
  changes: ChangeLine[];
  next: Link | null;
}

const KINDS = { added: "Added", revised: "Revised", withdrawn: "Withdrawn", restored: "Restored" };

/** Statements that were revised, withdrawn or restored, each where that last happened. */
export function changesPage(site: Site, request: ChangesRequest): ChangesPage {
  const { summary, changes, before } = request;
  const next = request.next && feedPath(CHANGES, request.next.after);
  const page = before === null ? "" : `, before change ${before}`;
  return {
    layout: layoutOf(site, summary, {
      title: `Revisions and withdrawals${page}`,
      description: `Statements in ${site.title} that were revised, withdrawn or restored, the last change first.`,
      path: feedPath(CHANGES, before),
      current: null,
      skipTo: "changes",
      next,
      robots: before === null ? null : "noindex",
    }),
    feed: dataPath(CHANGES, "atom"),
    changes: changes.map(lineOf),
    next: next === null ? null : { label: "Earlier changes", href: next },
  };
}

function lineOf(change: StatementChange): ChangeLine {
  const { at, kind, note } = change;
  const { date } = change.statement ?? change.tombstone;
  return {
    ...subjectOf(change),
    kind: `${KINDS[kind]}${isStillWithdrawn(change) ? ", still withdrawn" : ""}`,
    instant: at,
    longInstant: longInstant(at),
    isoDate: date,
    longDate: longDate(date),
    dayHref: periodPath(date),
    note,
    compare: comparisonOf(change),
  };
}

/** Of one that was revised since it was withdrawn. */
function isStillWithdrawn({ kind, statement }: StatementChange): boolean {
  return kind !== "withdrawn" && statement !== null && statement.withdrawn !== null;
}

function comparisonOf(change: StatementChange): string | null {
  if (change.kind !== "revised") return null;
  const { statement, revision } = change;
  return comparePath(statement.id, revision - 1, revision);
}

function subjectOf({ statement, tombstone }: StatementChange) {
  if (statement === null) {
    const headline = `A statement of ${longDate(tombstone.date)}`;
    return { headline, href: shortPath(tombstone.id), language: "en", direction: "ltr" as const };
  }
  const { headline, language } = statement;
  const direction = directionOfWords(headline, language);
  return { headline, href: statementPath(statement), language, direction };
}
