import { monthPage, monthsToCount } from "../../pages/month-page.ts";
import type { Page } from "../resource.ts";
import { everythingWithin } from "./everything-within.ts";
import { listResource } from "./list-resource.ts";
import { pathPeriod } from "./path-period.ts";
import { periodList } from "./period-list.ts";

export const month: Page = async (asked) => {
  const { store, site, summary } = asked;
  const period = pathPeriod(asked.path);
  const { total, find, request, limit, after, pageAddress } = await periodList(asked, period);
  const days = await store.counts("day", everythingWithin(period.first, period.last));
  return listResource(asked, {
    total,
    find,
    limit,
    request,
    pageAddress,
    days,
    html: async () => {
      const found = await find();
      const nearest = await store.nearestDays(period.first, period.last);
      const { from, to } = monthsToCount(period, nearest);
      const months = await store.counts("month", everythingWithin(from, to));
      const request = { summary, period, days, nearest, months, found, after };
      return { name: "month", page: monthPage(site, request) };
    },
  });
};
