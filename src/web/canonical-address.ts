import type { RequestHandler } from "express";
import { splitEnding } from "./address-ending.ts";
import { notFound, PageProblem } from "./page-problem.ts";
import { queryOf } from "./read-query.ts";

/** Longer paths are refused: 414. Queries are bounded by what each value may hold, and by what Node reads at all. */
const LONGEST_PATH = 8192;

/** Every address of the site but the home page's: lower-case ASCII, and no part empty or beginning with a dot, but for one that a standard names (RFC 9116). */
const REGULAR = /^\/\.well-known\/security\.txt$|^(?:\/[a-z0-9][a-z0-9@._-]*)+$/;

/**
 * Each page has one address. Others that can mean only it (upper case, a slash at the end, `/2023/1/7`, needless encoding)
 * redirect there, query and all. The target is always a path of this site: it begins with one slash and has letters,
 * figures and `@._-` only, so that it can neither name another host nor break the header.
 */
export const canonicalAddress: RequestHandler = (request, response, next) => {
  const { url } = request;
  const typed = url.split("?", 1)[0] ?? "";
  if (typed.length > LONGEST_PATH) throw tooLong(typed.length);
  const canonical = canonicalPath(decodedPath(typed));
  if (!REGULAR.test(canonical) && splitEnding(canonical).page !== "/")
    throw notFound("There is no such page", "No page has that address.");
  if (canonical === typed) return next();
  const query = queryOf(url);
  response
    .status(301)
    .set("Cache-Control", "no-cache")
    .location(query === "" ? canonical : `${canonical}?${query}`)
    .end();
};

/** A client that takes the server for a proxy sends the whole address, and is to be answered (RFC 9112, 3.2.2). */
export function originForm(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?]*/i, "");
  return path.startsWith("/") ? path : `/${path}`;
}

/** `/2023/1/7/` → `/2023/01/07`. */
function canonicalPath(path: string): string {
  const trimmed = path.toLowerCase().replace(/(?<=[^/])\/+$/, "");
  return trimmed.replace(
    /^\/(\d{4})\/(\d{1,2})(?:\/(\d{1,2}))?(?=[/.]|$)/,
    (_, year: string, month: string, day?: string) =>
      `/${[year, month, day].flatMap((part) => part?.padStart(2, "0") ?? []).join("/")}`,
  );
}

function decodedPath(typed: string): string {
  try {
    return decodeURIComponent(typed);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new PageProblem({
      status: 400,
      title: "The address is not encoded rightly",
      explanation:
        "A % in an address must begin the two figures of a UTF-8 byte, as %20 or %C3%A9.",
      faults: [],
      links: [],
    });
  }
}

function tooLong(length: number): PageProblem {
  return new PageProblem({
    status: 414,
    title: "The address is too long",
    explanation: `It has ${length} characters; at most ${LONGEST_PATH} are read.`,
    faults: [],
    links: [],
  });
}
