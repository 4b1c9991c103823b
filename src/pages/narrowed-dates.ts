import { parseCalendarPeriod } from "../statements/period.ts";
import type { StatementFilter } from "../statements/statement-filter.ts";
import type { ListFormValues } from "./list-form-values.ts";

/** The part of the dates asked for that lies between two, which are years, months or days; each end as it was typed where it does. */
export function narrowedDates(
  typed: ListFormValues,
  { from, to }: StatementFilter,
  within: { from: string; to: string },
): { from: string; to: string } {
  const first = parseCalendarPeriod(within.from)?.first;
  const last = parseCalendarPeriod(within.to)?.last;
  const keepsFrom = from !== null && first !== undefined && from > first;
  const keepsTo = to !== null && last !== undefined && to < last;
  return { from: keepsFrom ? typed.from : within.from, to: keepsTo ? typed.to : within.to };
}
