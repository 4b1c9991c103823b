import type { RequestHandler } from "express";
import { PageProblem } from "./page-problem.ts";

const ALLOWED = "GET, HEAD, OPTIONS";

/** Nothing here can be changed: only GET and HEAD are answered, and OPTIONS says so (RFC 9110, 9.3.7 and 15.5.6). */
export const allowedMethods: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") return next();
  if (request.method === "OPTIONS") {
    response
      .set({ Allow: ALLOWED, ...PREFLIGHT })
      .status(204)
      .end();
    return;
  }
  throw new PageProblem(
    {
      status: 405,
      title: `${request.method} is not answered here`,
      explanation: `This archive is read, and changed by nobody through the web: it answers ${ALLOWED}.`,
      faults: [],
      links: [],
    },
    // What came with the request is not read, so that the connection cannot go on.
    { headers: { Allow: ALLOWED, Connection: "close" } },
  );
};

/** Pages of other sites may read the data with conditions, for which browsers ask first (Fetch, 3.2.2). */
const PREFLIGHT = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, HEAD",
  "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
  "Access-Control-Max-Age": "86400",
};
