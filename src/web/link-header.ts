/** A link from what is answered to something else. */
export interface WebLink {
  /** Absolute, ASCII. */
  href: string;
  /** Its relation, or several with spaces between (RFC 8288, 3.3). */
  rel: string;
  /** The media type of what is there. */
  type?: string;
  /** Of a memento: the instant of its wording, as an HTTP date (RFC 7089, 2.2.4). */
  datetime?: string;
  /** Of a TimeMap: the instants of its first and its last memento, as HTTP dates (RFC 7089, 5). */
  from?: string;
  until?: string;
}

/** Those that stand behind the relation, in this order. */
const ATTRIBUTES = ["type", "datetime", "from", "until"] as const;

/** The value of `Link` (RFC 8288, 3); `null` for no links. */
export function linkHeader(links: readonly WebLink[]): string | null {
  if (links.length === 0) return null;
  return links.map(written).join(", ");
}

/** The links as a document of their own, `application/link-format` (RFC 6690, 2), a line each as RFC 7089 writes them. */
export function linkFormat(links: readonly WebLink[]): string {
  return `${links.map(written).join(",\n")}\n`;
}

function written(link: WebLink): string {
  const attributes = ATTRIBUTES.flatMap((name) => {
    const value = link[name];
    return value === undefined ? [] : [`; ${name}="${value}"`];
  });
  return `<${link.href}>; rel="${link.rel}"${attributes.join("")}`;
}
