import type { IsoDate } from "./iso-date.ts";
import type { Instant } from "./statement.ts";

/** The day of an instant, in UTC. */
export function dayOf(instant: Instant): IsoDate {
  return instant.slice(0, 10) as IsoDate;
}
