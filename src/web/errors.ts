import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { ErrorRequestHandler, Request, Response } from "express";
import { contentType, type DataFormat } from "../data-formats.ts";
import { DatelineError } from "../errors.ts";
import { jsonText } from "../formats/json-text.ts";
import { errorPage, type Problem } from "../pages/error-page.ts";
import type { ArchiveSummary, Store } from "../store/store.ts";
import { splitEnding } from "./address-ending.ts";
import { readerLeft } from "./answers/reader-left.ts";
import { PageProblem, type ProblemContext } from "./page-problem.ts";
import { PROBLEM_TYPE, problemDetails, problemText } from "./problem-details.ts";
import type { RareContext } from "./rare-answers.ts";
import { HTML_TYPE, openToAll } from "./show.ts";
import { typedValuesOf } from "./typed-values-of.ts";

/** Where an unexpected error is told to whoever runs the site, one line each. */
export type Log = (line: string, facts?: { request: string }) => void;

export type ErrorContext = Pick<
  RareContext,
  "store" | "site" | "renderPage" | "log" | "idOf" | "givenIdOf"
>;

/**
 * Answers what was thrown, in the format asked for, with the id that a proxy gave the request: no cache keeps such answers, as it does
 * pages, where the id of one reader would reach another. Only a `PageProblem` speaks to the reader: of anything else the reader
 * learns that it happened and a number, under which the log has the rest.
 */
export function answerErrors({
  store,
  site,
  renderPage,
  log,
  idOf,
  givenIdOf,
}: ErrorContext): ErrorRequestHandler {
  return async (error, request, response, _next) => {
    if (response.headersSent) {
      // Nothing can be said any more: the connection breaks off, so that no part passes for the whole.
      if (!readerLeft(error)) told(error, request, log, idOf);
      response.destroy();
      return;
    }
    const { problem, context } = told(error, request, log, idOf);
    const always = { "Cache-Control": "no-store", ...givenIdOf(request) };
    response.status(problem.status).set({ ...always, ...context.headers });
    response.removeHeader("Last-Modified");
    if (problem.status === 503) response.set("Retry-After", "10");
    const { format } = splitEnding(request.path.toLowerCase());
    if (format === "html") await sendPage(response, problem, context);
    else sendData(response, problem, format, context);
  };

  async function sendPage(response: Response, problem: Problem, context: ProblemContext) {
    const { typed = null, tombstone = null } = context;
    try {
      const summary = await summaryOf(store);
      const page = errorPage(site, { problem, summary, typed, tombstone });
      response.set("Content-Type", HTML_TYPE).send(renderPage("error", page));
    } catch (error) {
      log(`the error page failed: ${oneLine(error)}`);
      response.set("Content-Type", contentType("txt")).send(problemText(problem));
    }
  }
}

/** Whoever asked for some form of JSON gets problem details, anybody else plain text. */
function sendData(
  response: Response,
  problem: Problem,
  format: DataFormat,
  { tombstone = null }: ProblemContext,
): void {
  openToAll(response);
  if (!format.endsWith("json")) {
    response.set("Content-Type", contentType("txt")).send(problemText(problem));
    return;
  }
  const body = jsonText(problemDetails(problem, STATUS_CODES[problem.status] ?? "", tombstone));
  response.set("Content-Type", PROBLEM_TYPE).send(Buffer.from(body));
}

/** An error must be told even where the archive cannot be read. */
async function summaryOf(store: Store): Promise<ArchiveSummary | null> {
  try {
    return await store.summary();
  } catch (error) {
    if (error instanceof DatelineError) return null;
    throw error;
  }
}

function told(
  error: unknown,
  request: Request,
  log: Log,
  idOf: (request: IncomingMessage) => string,
): { problem: Problem; context: ProblemContext } {
  if (error instanceof PageProblem) return error;
  const id = idOf(request);
  log(`${id} ${request.method} ${JSON.stringify(request.url)}: ${oneLine(error)}`, { request: id });
  const unreadable = error instanceof DatelineError && error.code !== "usage";
  return {
    problem: unreadable ? unavailable(id) : failed(id),
    context: { headers: { "X-Request-Id": id }, typed: typedValuesOf(request) },
  };
}

function unavailable(id: string): Problem {
  return {
    status: 503,
    title: "The archive cannot be read just now",
    explanation: `It is not your doing, and every address stays as it is: please try again in a moment. This answer is noted as ${id}.`,
    faults: [],
    links: [],
  };
}

function failed(id: string): Problem {
  return {
    status: 500,
    title: "Something went wrong here",
    explanation: `It is not your doing. The fault is noted as ${id}.`,
    faults: [],
    links: [],
  };
}

/** The stack on one line, so that a log stays one line an event. */
function oneLine(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.replace(/\s*\n\s*/g, " | ").replace(/\p{Cc}/gu, "\u{fffd}");
}
