/** What a client says of the answer that it has. */
export interface Conditions {
  /** `If-None-Match` as sent; `null` where it was not. */
  ifNoneMatch: string | null;
  /** `If-Modified-Since` as sent; `null` where it was not. */
  ifModifiedSince: string | null;
}

/**
 * Whether the client has this answer already, so that 304 will do (RFC 9110, 13.1 and 13.2.2). Tags are compared weakly. A date counts only where no
 * tag came, and only in the one form that is not obsolete. `lastModified` is such a date, or `null` where nobody can say.
 */
export function isUnchanged(
  { ifNoneMatch, ifModifiedSince }: Conditions,
  tag: string,
  lastModified: string | null,
): boolean {
  if (ifNoneMatch !== null) return ifNoneMatch === tag || namesTag(ifNoneMatch, tag);
  if (ifModifiedSince === null || lastModified === null) return false;
  if (ifModifiedSince === lastModified) return true;
  const since = Date.parse(ifModifiedSince);
  if (Number.isNaN(since) || new Date(since).toUTCString() !== ifModifiedSince) return false;
  return since >= Date.parse(lastModified);
}

function namesTag(list: string, tag: string): boolean {
  if (list.trim() === "*") return true;
  const opaque = tag.replace(/^W\//, "");
  return list.match(/"[^"]*"/g)?.some((named) => named === opaque) ?? false;
}
