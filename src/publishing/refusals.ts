import { DatelineError } from "../errors.ts";
import { shortPath } from "../permalinks.ts";

/** Nothing has that id. */
export function notKnown(id: string): DatelineError {
  return new DatelineError("not-found", `No statement has the id ${id}.`);
}

/** What was asked for cannot be done with that statement, and why. */
export function refusal(id: string, reason: string): DatelineError {
  return new DatelineError(
    "bad-request",
    `Nothing was changed: the statement ${shortPath(id)} ${reason}.`,
  );
}
