/** A link from what is answered to something else. */
export interface WebLink {
  /** Absolute, ASCII. */
  href: string;
  /** Its relation, or several with spaces between (RFC 8288, 3.3). */
  rel: string;
  /** The media type of what is there. */
  type?: string;
}

/** The value of `Link` (RFC 8288, 3); `null` for no links. */
export function linkHeader(links: readonly WebLink[]): string | null {
  if (links.length === 0) return null;
  return links.map(({ href, rel, type }) => `<${href}>; rel="${rel}"${typed(type)}`).join(", ");
}

function typed(type: string | undefined): string {
  return type === undefined ? "" : `; type="${type}"`;
}
