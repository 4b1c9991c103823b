import { CHANGES, comparePath, dataPath, feedPath, shortPath } from "../permalinks.ts";
import type { IsoDate } from "../statements/iso-date.ts";
import type { Instant } from "../statements/statement.ts";
import type { ChangePage, StatementChange } from "../store/store.ts";
import { type SummaryJson, summaryJson } from "./list-json.ts";

/** A page of what happened to statements after they came. Addresses begin with `/`. */
export interface ChangesJson {
  /** The data of the page with the next earlier changes; `null` on the last. */
  next: string | null;
  changes: ChangeJson[];
}

export interface ChangeJson {
  at: Instant;
  kind: StatementChange["kind"];
  /** What the publisher said of it. */
  note: string | null;
  id: string;
  short: string;
  /** The day of the statement. */
  date: IsoDate;
  /** Of a revision: what it changed, word by word. */
  compare: string | null;
  /** `null` where the statement is gone. */
  statement: SummaryJson | null;
}

/** Changes, the newest first. */
export function changesJson({ changes, next }: ChangePage): ChangesJson {
  return { next: nextOf(next, "json"), changes: changes.map(changeJson) };
}

/** The same, of each its instant, what happened and, below, its day, its address and what was said. */
export function changesText({ changes, next }: ChangePage, siteUrl: string): string {
  const entries = changes.map((change) => changeLines(change, siteUrl).join("\n            "));
  const path = nextOf(next, "txt");
  if (path !== null) entries.push(`Earlier changes: ${siteUrl}${path}`);
  return `${entries.join("\n\n")}\n`;
}

function changeJson(change: StatementChange): ChangeJson {
  const { at, kind, note, statement } = change;
  const { id, date } = statement ?? change.tombstone;
  return {
    at,
    kind,
    note,
    id,
    short: shortPath(id),
    date,
    compare: comparisonOf(change),
    statement: statement && summaryJson(statement),
  };
}

function changeLines(change: StatementChange, siteUrl: string): string[] {
  const { at, kind, note, statement } = change;
  const { id, date } = statement ?? change.tombstone;
  const headline = statement === null ? date : `${date}  ${statement.headline}`;
  const compare = comparisonOf(change);
  const more = [note, compare && `${siteUrl}${compare}`].filter((line) => line !== null);
  const still = kind !== "withdrawn" && statement?.withdrawn ? ", still withdrawn" : "";
  return [`${at}  ${kind}${still}`, headline, `${siteUrl}${shortPath(id)}`, ...more];
}

function comparisonOf(change: StatementChange): string | null {
  if (change.kind !== "revised") return null;
  const { statement, revision } = change;
  return comparePath(statement.id, revision - 1, revision);
}

function nextOf(next: ChangePage["next"], format: "json" | "txt"): string | null {
  return next && dataPath(feedPath(CHANGES, next.after), format);
}
