import type { ServerResponse } from "node:http";
import { PageProblem } from "./page-problem.ts";

/** When to ask again, in seconds. */
const RETRY_AFTER = "10";

const WORDS = "Too many requests from your address are waiting. Please try again in a moment.\n";

/** Refuses in a few microseconds, so that whoever sends a flood gains nothing by it. */
export function refuseFlood(
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(503, {
    ...headers,
    "Retry-After": RETRY_AFTER,
    "Cache-Control": "no-store",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": WORDS.length,
  });
  response.end(WORDS);
}

/** 503 for a request whose turn does not come. */
export function turnTooLate(): PageProblem {
  return tooMuch("Too much is asked for just now", "Please try again in a moment.");
}

/** 503 for another large answer beside those that the client is being sent. */
export function tooManyLarge(): PageProblem {
  return tooMuch(
    "Your address is being sent other large files",
    "Please try again when they have ended. Lists are there in pages, too: limit=1000 gives a thousand statements at once.",
  );
}

function tooMuch(title: string, explanation: string): PageProblem {
  return new PageProblem({ status: 503, title, explanation, faults: [], links: [] });
}
