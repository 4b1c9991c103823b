import { UTCDateMini } from "@date-fns/utc";
// By its own path: the package's whole index takes ten times as long to load.
import { format } from "date-fns/format";
import type { Instant } from "../statements/statement.ts";

/** An instant in words, to the minute: `23 February 2023, 06:40 UTC`. */
export function longInstant(instant: Instant): string {
  return format(new UTCDateMini(instant), "d MMMM yyyy, HH:mm 'UTC'");
}
