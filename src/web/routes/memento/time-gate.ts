import type { RequestHandler } from "express";
import { readHttpDate } from "../../../formats/http-date.ts";
import type { Site } from "../../../pages/site.ts";
import { revisionPath } from "../../../permalinks.ts";
import type { Instant, RevisionMark, Statement } from "../../../statements/statement.ts";
import type { Store } from "../../../store/store.ts";
import { withEnding } from "../../address-ending.ts";
import { linkHeader } from "../../link-header.ts";
import { PageProblem } from "../../page-problem.ts";
import { openToAll } from "../../show.ts";
import { mementos, nearMementos, originalLinks } from "./memento-links.ts";
import { readOriginal } from "./read-original.ts";

/** Longer headers are not repeated whole. */
const LONGEST_SHOWN = 200;

/** `/timegate/s/<id>`: leads to the wording that stood at the instant of `Accept-Datetime`, or to the present one where none came (RFC 7089, 4.1.2). */
export function timeGateRoute(store: Store, site: Site): RequestHandler {
  return async (request, response) => {
    openToAll(response);
    response.set("Vary", "accept-datetime");
    const { present, format } = await readOriginal(store, request);
    const { n } = mementoAt(present, readAcceptDatetime(request.headers["accept-datetime"]));
    const original = originalLinks(site, present, format).filter(({ rel }) => rel !== "timegate");
    const links = linkHeader([...original, ...nearMementos(site, present, format, n)]);
    response.set({ Link: links ?? "", "Cache-Control": "no-cache", "Content-Length": "0" });
    response
      .status(302)
      .set("Location", withEnding(revisionPath(present.id, n), format))
      .end();
  };
}

/** The last wording that had come by then; the first where none had, and the last of all where no instant is given (RFC 7089, 4.5.3). */
function mementoAt(present: Statement, instant: Instant | null): RevisionMark {
  const all = mementos(present);
  const before = all.findLast(({ seenAt }) => instant === null || seenAt <= instant);
  return before ?? (all[0] as RevisionMark);
}

/** `null` for no such header. Throws a 400 for anything but one date in the one form (RFC 7089, 2.1.1 and 4.5.3). */
function readAcceptDatetime(given: string | string[] | undefined): Instant | null {
  if (given === undefined) return null;
  const instant = readHttpDate(String(given));
  if (instant) return instant;
  throw new PageProblem({
    status: 400,
    title: "Accept-Datetime is no date of HTTP",
    explanation: `It came as “${String(given).slice(0, LONGEST_SHOWN)}”. Give one date with its right weekday, in this form: Thu, 23 Feb 2023 06:40:00 GMT.`,
    faults: [],
    links: [],
  });
}
