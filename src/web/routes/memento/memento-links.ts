import { httpDate } from "../../../formats/http-date.ts";
import type { Site } from "../../../pages/site.ts";
import { revisionPath, statementPath, timeGatePath, timeMapPath } from "../../../permalinks.ts";
import type { RevisionMark, Statement } from "../../../statements/statement.ts";
import { type Format, withEnding } from "../../address-ending.ts";
import type { WebLink } from "../../link-header.ts";

export const LINK_FORMAT = "application/link-format";

/** From any form of a statement to its original, its TimeGate and its TimeMap in the same format (RFC 7089, 2.2). */
export function originalLinks(site: Site, present: Statement, format: Format): WebLink[] {
  const link = linkIn(site, format);
  return [
    link(statementPath(present), "original"),
    link(timeGatePath(present.id), "timegate"),
    { ...link(timeMapPath(present.id), "timemap"), type: LINK_FORMAT },
  ];
}

/** To wording `n`, those beside it, and the first and the last of them, in order of time. */
export function nearMementos(site: Site, present: Statement, format: Format, n: number): WebLink[] {
  const all = mementos(present);
  const at = all.findIndex((revision) => revision.n === n);
  const near = [...new Set([0, at - 1, at, at + 1, all.length - 1])].toSorted((a, b) => a - b);
  return near.flatMap((index) => {
    const revision = all[index];
    if (!revision) return [];
    const side = index === at - 1 ? "prev" : index === at + 1 ? "next" : null;
    return mementoLink(site, present, format, revision, [side, ...endsOf(all, revision)]);
  });
}

/** To every wording that can be read, in order of time. */
export function allMementos(site: Site, present: Statement, format: Format): WebLink[] {
  const all = mementos(present);
  return all.map((revision) => mementoLink(site, present, format, revision, endsOf(all, revision)));
}

/** The wordings that can be read, in the order in which they came. */
export function mementos({ revisions }: Statement): RevisionMark[] {
  return revisions.filter(({ gone }) => !gone);
}

function endsOf(all: readonly RevisionMark[], revision: RevisionMark): (string | null)[] {
  return [revision === all[0] ? "first" : null, revision === all.at(-1) ? "last" : null];
}

function mementoLink(
  site: Site,
  { id }: Statement,
  format: Format,
  { n, seenAt }: RevisionMark,
  roles: readonly (string | null)[],
): WebLink {
  const rel = [...roles.filter((role) => role !== null), "memento"].join(" ");
  return { ...linkIn(site, format)(revisionPath(id, n), rel), datetime: httpDate(seenAt) };
}

function linkIn(site: Site, format: Format): (path: string, rel: string) => WebLink {
  return (path, rel) => ({ href: site.url + withEnding(path, format), rel });
}
