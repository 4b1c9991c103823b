import { dayPage } from "../../pages/day-page.ts";
import { monthPeriod } from "../../statements/period.ts";
import type { Page } from "../resource.ts";
import { everythingWithin } from "./everything-within.ts";
import { listResource } from "./list-resource.ts";
import { pathPeriod } from "./path-period.ts";
import { periodList } from "./period-list.ts";

export const day: Page = async (asked) => {
  const { store, site, summary } = asked;
  const period = pathPeriod(asked.path);
  const { total, find, request, limit, after, pageAddress } = await periodList(asked, period);
  return listResource(asked, {
    total,
    find,
    limit,
    request,
    pageAddress,
    days: await store.counts("day", everythingWithin(period.first, period.last)),
    html: async () => {
      const found = await find();
      const month = monthPeriod(Number(asked.path.year), Number(asked.path.month));
      const days = await store.counts(
        "day",
        everythingWithin(month?.first ?? null, month?.last ?? null),
      );
      const nearest = await store.nearestDays(period.first, period.last);
      const request = { summary, period, days, nearest, found, after };
      return { name: "day", page: dayPage(site, request) };
    },
  });
};
