import type { RequestListener, Server } from "node:http";
import type { Site } from "../pages/site.ts";
import { malformed, noTunnel } from "./malformed.ts";
import { securityHeaders } from "./security-headers.ts";

/** Lets the site answer all that comes to the server, what is no HTTP, too: nothing leaves it without the site's headers. */
export function answerRequests(server: Server, site: Site, app: RequestListener): void {
  const headers = securityHeaders(site.url.startsWith("https:"));
  server.on("request", app);
  // An expectation that Node does not know may be passed over (RFC 9110, 10.1.1).
  server.on("checkExpectation", app);
  server.on("clientError", malformed(headers));
  server.on("connect", noTunnel(headers));
}
