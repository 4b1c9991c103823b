import { withQuery } from "../permalinks.ts";
import type { Position, StatementPage } from "../store/store.ts";

/** The pages of a month's or a day's list; `null` where there is none on that side. */
export interface PeriodPager {
  previous: string | null;
  next: string | null;
}

/** The pages beside `found`, all under `path`; `null` where the list has one page only. */
export function periodPager(
  path: string,
  found: Pick<StatementPage, "previous" | "next">,
): PeriodPager | null {
  if (found.previous === null && found.next === null) return null;
  return {
    previous: found.previous && pagePath(path, found.previous.after),
    next: found.next && pagePath(path, found.next.after),
  };
}

/** The page of that list which goes on behind `after`; `null` is its first. */
export function pagePath(path: string, after: Position | null): string {
  return withQuery(path, { after });
}
