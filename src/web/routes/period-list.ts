import { pagePath } from "../../pages/period-pager.ts";
import { periodPath } from "../../permalinks.ts";
import type { CalendarPeriod } from "../../statements/period.ts";
import type { Position } from "../../statements/position.ts";
import { EVERYTHING } from "../../statements/statement-filter.ts";
import type { CountedPage } from "../../store/store.ts";
import { readPlace } from "../read-filter.ts";
import type { Asked } from "../resource.ts";
import { countedPage } from "./counted-page.ts";
import { PAGE_SIZE } from "./list-resource.ts";

/** The statements of a year, month or day, oldest first, from where the address goes on. */
export async function periodList(
  { store, query }: Asked,
  period: CalendarPeriod,
): Promise<{
  found: CountedPage;
  after: Position | null;
  pageAddress: (after: string | null) => string;
}> {
  const path = periodPath(period.written);
  const after = readPlace(query, path);
  const filter = { ...EVERYTHING, from: period.first, to: period.last };
  const request = { query: null, filter, order: "oldest", after, limit: PAGE_SIZE } as const;
  const found = await countedPage(store, request);
  return { found, after, pageAddress: (place) => pagePath(path, place) };
}
