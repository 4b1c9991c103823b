import { periodPath } from "../permalinks.ts";
import type { CalendarPeriod } from "../statements/period.ts";
import type { PeriodCount } from "../store/store.ts";
import { MONTHS } from "./long-date.ts";
import { figure } from "./wording.ts";
import type { RailLink } from "./year-rail.ts";

/** The twelve months of a month's year; those without statements, too. */
export function monthRail(period: CalendarPeriod, months: PeriodCount[]): RailLink[] {
  const counts = new Map(months.map((month) => [month.period, month.count]));
  return MONTHS.map((name, index) => {
    const written = `${period.written.slice(0, 4)}-${String(index + 1).padStart(2, "0")}`;
    return {
      href: periodPath(written),
      name,
      figure: figure(counts.get(written) ?? 0),
      current: written === period.written,
    };
  });
}
