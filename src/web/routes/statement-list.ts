import { timelineFrame } from "../../pages/list-timeline.ts";
import { type StatementListRequest, statementListPage } from "../../pages/statement-list-page.ts";
import { listPath, STATEMENTS, withQuery } from "../../permalinks.ts";
import type { ArchiveSummary, Store } from "../../store/store.ts";
import { type ListAsked, readFilter } from "../read-filter.ts";
import { readLimit } from "../read-limit.ts";
import { typedDates } from "../read-period.ts";
import { queryOf } from "../read-query.ts";
import type { Page } from "../resource.ts";
import { searched } from "../searched.ts";
import { countedPage } from "./counted-page.ts";
import { everythingWithin } from "./everything-within.ts";
import { insteadOf } from "./instead.ts";
import { listResource, pageSize } from "./list-resource.ts";

/** The statements that pass a filter and hold the words looked for. */
export const statementList: Page = async (asked) => {
  const { store, site, summary } = asked;
  const list = readFilter(asked.query);
  const { typed, query, filter, order, after, moved } = list;
  if (moved) return { to: STATEMENTS, status: 302, query: queryOf(withQuery("", moved)) };
  const limit = readLimit(asked.query);
  const request = { query, filter, order, after };
  return searched(list, async () => {
    const found = await countedPage(store, { ...request, limit: pageSize(limit) });
    return listResource(asked, {
      total: found.total,
      find: async () => found,
      request,
      limit,
      pageAddress: (place) =>
        listPath({ ...typed, after: place, limit: asked.query.get("limit") ?? null }),
      html: () =>
        searched(list, async () => {
          const ids = found.statements.map(({ id }) => id);
          const [words, facets, counts] = await Promise.all([
            query === null ? new Map() : store.hitWords(ids, query),
            store.facets({ query, filter }),
            countsOf(store, summary, list),
          ]);
          const instead = found.total === 0 ? await insteadOf(store, list) : null;
          const dates = typedDates(typed.q);
          const request = { summary, ...list, dates, found, words, facets, counts, instead };
          return { name: "statement-list", page: statementListPage(site, request) };
        }),
    });
  });
};

/** What the timeline shows; `null` in an empty archive. */
async function countsOf(
  store: Store,
  summary: ArchiveSummary,
  { query, filter }: ListAsked,
): Promise<StatementListRequest["counts"]> {
  const frame = timelineFrame(summary, filter);
  if (frame === null) return null;
  const all = await store.counts(frame.unit, everythingWithin(frame.first, frame.last));
  const found = await store.counts(frame.unit, { query, filter });
  return { frame, found, all };
}
