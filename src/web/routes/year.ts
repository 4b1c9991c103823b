import { yearPage } from "../../pages/year-page.ts";
import type { Page } from "../resource.ts";
import { everythingWithin } from "./everything-within.ts";
import { listResource } from "./list-resource.ts";
import { pathPeriod } from "./path-period.ts";
import { periodList } from "./period-list.ts";

export const year: Page = async (asked) => {
  const { store, site, summary } = asked;
  const period = pathPeriod(asked.path);
  const { total, find, request, limit, pageAddress } = await periodList(asked, period);
  const days = await store.counts("day", everythingWithin(period.first, period.last));
  return listResource(asked, {
    total,
    find,
    limit,
    request,
    pageAddress,
    days,
    html: async () => {
      const years = await store.counts("year", everythingWithin(null, null));
      const nearest = await store.nearestDays(period.first, period.last);
      return { name: "year", page: yearPage(site, { summary, period, years, days, nearest }) };
    },
  });
};
