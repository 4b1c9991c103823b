import { periodPath, withQuery } from "../../permalinks.ts";
import type { CalendarPeriod } from "../../statements/period.ts";
import type { Position } from "../../statements/position.ts";
import { EVERYTHING } from "../../statements/statement-filter.ts";
import type { CountedPage, ListRequest } from "../../store/store.ts";
import { readPlace } from "../read-filter.ts";
import { type Limit, readLimit } from "../read-limit.ts";
import type { Asked } from "../resource.ts";
import { countedPage } from "./counted-page.ts";
import { pageSize } from "./list-resource.ts";

/** The statements of a year, month or day, oldest first, from where the address goes on. */
export async function periodList(
  { store, query }: Asked,
  period: CalendarPeriod,
): Promise<{
  total: number;
  find: () => Promise<CountedPage>;
  request: Omit<ListRequest, "limit">;
  limit: Limit;
  after: Position | null;
  pageAddress: (after: string | null) => string;
}> {
  const path = periodPath(period.written);
  const after = readPlace(query, path);
  const filter = { ...EVERYTHING, from: period.first, to: period.last };
  const limit = readLimit(query);
  const request = { query: null, filter, order: "oldest", after } as const;
  const find = () => countedPage(store, { ...request, limit: pageSize(limit) });
  const pageAddress = (place: string | null) =>
    withQuery(path, { after: place, limit: query.get("limit") ?? null });
  const total = await store.total(request);
  return { total, find, request, limit, after, pageAddress };
}
