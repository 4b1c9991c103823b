import { ID_PATTERN } from "../../statements/statement-id.ts";

/** What the guidelines allow as a name of a repository: a domain name of two labels or more. */
const DOMAIN = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/i;

/** The host in the identifiers of a site's records. A bare IPv6 address could not stand in one. */
export function hostOf(siteUrl: string): string {
  const { hostname } = new URL(siteUrl);
  return hostname.startsWith("[") ? "localhost" : hostname;
}

/** Whether identifiers of that host are as the guidelines on the `oai` scheme have them; those of an IP address are not. */
export function isOaiHost(host: string): boolean {
  return DOMAIN.test(host);
}

/** `oai:archive.example:k3m9p2q7ra` */
export function oaiIdentifier(host: string, id: string): string {
  return `oai:${host}:${id}`;
}

/** The id of the statement; `null` where the identifier is none of this host's. */
export function idOfIdentifier(host: string, identifier: string): string | null {
  const prefix = oaiIdentifier(host, "");
  if (!identifier.startsWith(prefix)) return null;
  const id = identifier.slice(prefix.length);
  return ID_PATTERN.test(id) ? id : null;
}
