import { longPeriod } from "../../pages/long-date.ts";
import { periodPath } from "../../permalinks.ts";
import { type CalendarPeriod, parseCalendarPeriod } from "../../statements/period.ts";
import { notFound } from "../page-problem.ts";
import { impossibleDate } from "../read-period.ts";
import type { Asked } from "../resource.ts";

/** The year, month or day of an address. Throws a 404 that says why there is none, with the likely ones. */
export function pathPeriod(path: Asked["path"]): CalendarPeriod {
  const { year = "", month, day } = path;
  const written = [year, month, day].filter((part) => part !== undefined);
  if (!/^\d{4}(,\d{2}){0,2}$/.test(String(written))) throw noSuchPage();
  const period = parseCalendarPeriod(written.join("-"));
  if (period) return period;
  const { title, reason, likely } = impossibleDate({
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  });
  const links = likely.map((meant) => ({
    label: longPeriod(meant),
    href: periodPath(meant.written),
  }));
  throw notFound(title, reason, links);
}

export function noSuchPage() {
  return notFound("There is no such page", "No page has this address, and none had it before.");
}
