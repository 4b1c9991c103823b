import { UTCDateMini } from "@date-fns/utc";
// By its own path: the package's whole index takes ten times as long to load.
import { format } from "date-fns/format";
import type { Instant } from "../statements/statement.ts";

/** The last one that was asked for: all statements of a run came at one instant, and nearly every page shows it. */
let last = { instant: "", words: "" };

/** An instant in words, to the minute: `23 February 2023, 06:40 UTC`. */
export function longInstant(instant: Instant): string {
  if (instant !== last.instant) {
    last = { instant, words: format(new UTCDateMini(instant), "d MMMM yyyy, HH:mm 'UTC'") };
  }
  return last.words;
}
