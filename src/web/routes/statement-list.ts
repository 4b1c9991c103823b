import { statementListPage } from "../../pages/statement-list-page.ts";
import { listPath } from "../../permalinks.ts";
import { parseIsoDate } from "../../statements/iso-date.ts";
import type { StatementFilter } from "../../statements/statement-filter.ts";
import type { Store } from "../../store/store.ts";
import { readFilter } from "../read-filter.ts";
import type { Page } from "../resource.ts";
import { listResource, PAGE_SIZE } from "./list-resource.ts";
import { namesOf } from "./names-of.ts";

/** The statements that pass a filter. */
export const statementList: Page = async (asked) => {
  const { store, site, summary } = asked;
  const { typed, filter, order, after } = readFilter(asked.query);
  const found = await store.list({ query: null, filter, order, after, limit: PAGE_SIZE });
  return listResource(asked, {
    found,
    period: filter,
    pageAddress: (place) => listPath({ ...typed, after: place }),
    html: async () => {
      const names = await namesOf(store);
      const nearest = found.total === 0 ? await nearestDays(store, filter) : null;
      const request = { summary, typed, filter, order, found, names, nearest };
      return { name: "statement-list", page: statementListPage(site, request) };
    },
  });
};

/** `null` where no date was asked for. */
async function nearestDays(store: Store, { from, to }: StatementFilter) {
  const first = from ?? parseIsoDate("0001-01-01");
  const last = to ?? parseIsoDate("9999-12-31");
  return (from || to) && first && last ? store.nearestDays(first, last) : null;
}
