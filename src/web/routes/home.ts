import { homePage, NEWEST } from "../../pages/home-page.ts";
import { timelineUnit } from "../../pages/timeline.ts";
import { listPath } from "../../permalinks.ts";
import { EVERYTHING } from "../../statements/statement-filter.ts";
import type { Page } from "../resource.ts";
import { countedPage } from "./counted-page.ts";
import { listResource, PAGE_SIZE } from "./list-resource.ts";

/** The newest statements and the timeline; its data are those of the list. */
export const home: Page = async (asked) => {
  const { store, site, summary } = asked;
  const request = { query: null, filter: EVERYTHING, order: "newest", after: null } as const;
  return listResource(asked, {
    total: summary.total,
    find: () => countedPage(store, { ...request, limit: PAGE_SIZE }),
    request,
    limit: null,
    pageAddress: (after) => listPath({ after }),
    html: async () => {
      const years = await store.counts("year", { query: null, filter: EVERYTHING });
      const bars = await store.counts(timelineUnit(summary), { query: null, filter: EVERYTHING });
      const { statements: newest } = await store.list({ ...request, limit: NEWEST });
      return { name: "home", page: homePage(site, { summary, years, bars, newest }) };
    },
  });
};
