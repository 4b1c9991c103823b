import type { RequestHandler } from "express";
import { OAI } from "../permalinks.ts";
import { PageProblem } from "./page-problem.ts";

const ALLOWED = ["GET", "HEAD", "OPTIONS"];

/** The methods that are answered at that path. */
export function methodsAt(path: string): string[] {
  return path === OAI ? [...ALLOWED, "POST"] : ALLOWED;
}

/**
 * Nothing here can be changed: only GET and HEAD are answered, and OPTIONS says so (RFC 9110, 9.3.7 and 15.5.6); at `/oai` POST, too, because its
 * standard asks for it (OAI-PMH 2.0, 3.1.1).
 */
export const allowedMethods: RequestHandler = (request, response, next) => {
  const methods = methodsAt(request.path);
  const allowed = methods.join(", ");
  if (request.method !== "OPTIONS" && methods.includes(request.method)) return next();
  if (request.method === "OPTIONS") {
    response
      .set({ Allow: allowed, ...PREFLIGHT })
      .status(204)
      .end();
    return;
  }
  throw new PageProblem(
    {
      status: 405,
      title: `${request.method} is not answered here`,
      explanation: `This archive is read, and changed by nobody through the web: it answers ${allowed}.`,
      faults: [],
      links: [],
    },
    // What came with the request is not read, so that the connection cannot go on.
    { headers: { Allow: allowed, Connection: "close" } },
  );
};

/** Pages of other sites may read the data with conditions, for which browsers ask first (Fetch, 3.2.2). */
const PREFLIGHT = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, HEAD",
  "Access-Control-Allow-Headers": "Accept-Datetime, If-None-Match, If-Modified-Since",
  "Access-Control-Max-Age": "86400",
};
