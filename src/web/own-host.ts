import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { PageProblem } from "./page-problem.ts";

/** Says why a request is not for this site, or for no one that can be told; `null` where it is. */
export type HostCheck = (request: IncomingMessage) => PageProblem | null;

/** Whoever watches over the site asks it by any name. */
const WATCHED = /^\/(?:healthz|readyz)(?:\?|$)/;

/** A name or an address, maybe with a port. */
const HOST = /^(?:\[([\da-f:.]+)\]|([\w.~-]*))(?::\d*)?$/i;

/**
 * Every HTTP/1.1 request names one host, and one only (RFC 9112, 3.2). Where readers are known to reach the site by one name (`siteUrl`), others
 * are refused, but for this machine's own names and the address to which the connection was made: a page of somebody else, whose
 * name leads here for a moment, can then read nothing. Where a request has its whole address, that counts (RFC 9112, 3.2.2).
 */
export function hostCheck(siteUrl: string | null): HostCheck {
  const own = siteUrl === null ? null : nameIn(new URL(siteUrl).host);
  // Nearly all requests name the host that the last one named.
  let last = own ?? "";
  return (request) => {
    const host = hostHeader(request.rawHeaders);
    const { url = "" } = request;
    const isHttp1 = request.httpVersionMajor === 1;
    if (host === last && isHttp1 && url.startsWith("/")) return null;
    if (!isHttp1) return malformed("It is no HTTP/1.1 or HTTP/1.0.");
    if (host === undefined) return malformed("It names more than one host.");
    if (host === null && request.httpVersion === "1.1") return malformed("It names no host.");
    const named = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? host ?? "";
    const name = nameIn(named);
    if (name === null) return malformed("Its host is no name or address.");
    if (own === null || name === own) {
      if (named === host) last = host;
      return null;
    }
    if (name === "" || WATCHED.test(url)) return null;
    return isThisMachine(name, request.socket?.localAddress ?? "") ? null : unknownHost(siteUrl);
  };
}

/** `null` where there is none, `undefined` where there are several, of which `request.headers` would keep one. */
function hostHeader(rawHeaders: readonly string[]): string | null | undefined {
  let host: string | null = null;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (name.length !== 4 || name.toLowerCase() !== "host") continue;
    if (host !== null) return undefined;
    host = rawHeaders[at + 1] as string;
  }
  return host;
}

/** In small letters, without its port and the dot that may end it; `null` where that is no host. */
function nameIn(host: string): string | null {
  const [, address, name] = HOST.exec(host) ?? [];
  return (address ?? name)?.toLowerCase().replace(/\.$/, "") ?? null;
}

function isThisMachine(name: string, reached: string): boolean {
  if (name === "localhost" || name === "::1" || (isIP(name) === 4 && name.startsWith("127."))) {
    return true;
  }
  return isIP(name) !== 0 && name === reached.replace(/^::ffff:/i, "");
}

function malformed(explanation: string): PageProblem {
  const title = "The request cannot be understood";
  return new PageProblem(
    { status: 400, title, explanation, faults: [], links: [] },
    { headers: { Connection: "close" } },
  );
}

function unknownHost(siteUrl: string | null): PageProblem {
  return new PageProblem({
    status: 421,
    title: "This is not the site that was asked for",
    explanation: `The archive is at ${siteUrl}, and answers for no other host.`,
    faults: [],
    links: [],
  });
}
