import type { RequestHandler } from "express";
import { contentType } from "../../data-formats.ts";
import { type ArchiveFault, DatelineError } from "../../errors.ts";
import type { Store } from "../../store/store.ts";
import { readQuery } from "../read-query.ts";

/**
 * Whether the archive can be read: 200 with its counts, or 503 with its fault in a word and a sentence, for whoever watches over the site. More, with
 * paths, is in the log. One that was found damaged is unwell, although what can be read of it is served.
 */
export function healthRoute(store: Store): RequestHandler {
  return async (request, response) => {
    readQuery(request.url, []);
    const { status, body } = await healthOf(store);
    response
      .status(status)
      .set({ "Content-Type": contentType("json"), "Cache-Control": "no-store" });
    if (status === 503) response.set("Retry-After", "10");
    response.send(`${JSON.stringify(body)}\n`);
  };
}

/** Without what the machine alone should know: anybody may ask. */
const REASONS: Record<ArchiveFault, string> = {
  missing: "There is no archive.",
  foreign: "Something else than an archive is in its place.",
  later: "The archive is of a later release than the site.",
  earlier: "The archive must first be upgraded: start the site anew, or import into it.",
  damaged: "The archive is damaged.",
  locked: "Another process keeps everybody out of the archive.",
  denied: "The site may not read the archive, or not make the files beside it that reading needs.",
  full: "There is no room on the archive's disk.",
  failing: "Reading the archive failed.",
};

async function healthOf(store: Store): Promise<{ status: 200 | 503; body: object }> {
  try {
    const { total, generation } = await store.summary();
    if (store.damaged()) return unwell("damaged");
    return { status: 200, body: { status: "ok", statements: total, generation } };
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return unwell(error.fault ?? "failing");
  }
}

function unwell(fault: ArchiveFault): { status: 503; body: object } {
  return { status: 503, body: { status: "unavailable", fault, reason: REASONS[fault] } };
}
