import type { CalendarPeriod } from "../statements/period.ts";
import type { ArchiveSummary } from "../store/store.ts";
import { longDate, longPeriod } from "./long-date.ts";

/** Says why a period shows nothing: the archive is empty, begins later, ends earlier, or has a gap there. */
export function emptyPeriodText(
  period: CalendarPeriod,
  { first, last }: Pick<ArchiveSummary, "first" | "last">,
): string {
  if (first === null || last === null) return "This archive holds no statements yet.";
  const named = longPeriod(period);
  const span = `runs from ${longDate(first)} to ${longDate(last)}`;
  if (period.last < first) return `${named} lies before this archive, which ${span}.`;
  if (period.first > last) return `${named} lies after this archive, which ${span}.`;
  return `This archive, which ${span}, holds no statement of ${named}.`;
}
