import { revisionPath, shortPath } from "../../permalinks.ts";
import type { Instant, Statement } from "../../statements/statement.ts";
import type { Tombstone } from "../../store/store.ts";
import { escapeHtml } from "../../text/safe-html.ts";
import type { DeletedEntry, FeedEntry } from "./feed.ts";
import { type EntryChange, statementEntry } from "./statement-entry.ts";

const TITLES = { added: "Added", revised: "Revised", withdrawn: "Withdrawn", restored: "Restored" };

/** What last happened to a statement as an entry of its own: another thing that happens to it is another entry. */
export function correctionEntry(
  siteUrl: string,
  statement: Statement,
  change: EntryChange,
): FeedEntry {
  const entry = statementEntry(siteUrl, statement, change);
  const { id, revision, headline } = statement;
  const { kind, at } = change;
  const stillWithdrawn = statement.withdrawn !== null && kind !== "withdrawn";
  return {
    ...entry,
    id: siteUrl + (kind === "revised" ? revisionPath(id, revision) : eventPath(id, change)),
    title: `${TITLES[kind]}${stillWithdrawn ? ", still withdrawn" : ""}: ${headline}`,
    published: at,
  };
}

/** That a statement was taken away, and when readers first missed it, for those who may still have it. */
export function deletedEntry(
  siteUrl: string,
  { id, reason }: Tombstone,
  when: Instant,
): DeletedEntry {
  return { id: siteUrl + shortPath(id), when, reason };
}

/** The same as an entry that everybody reads. */
export function tombstoneEntry(
  siteUrl: string,
  { id, date, agency, reason }: Tombstone,
  change: EntryChange,
): FeedEntry {
  return {
    id: siteUrl + eventPath(id, change),
    link: siteUrl + shortPath(id),
    title: `${TITLES[change.kind]}: a statement of ${change.longDate}`,
    titleDerived: false,
    language: "en",
    published: change.at,
    updated: change.at,
    date,
    author: agency,
    html: `<p lang="en" dir="ltr">A statement of <time datetime="${date}">${change.longDate}</time> was taken away: <bdi>${escapeHtml(reason)}</bdi></p>`,
    summary: reason,
    tags: [],
    rights: null,
    source: null,
  };
}

function eventPath(id: string, { kind, at }: EntryChange): string {
  return `${shortPath(id)}#${kind}-${at}`;
}
