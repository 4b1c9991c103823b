import type { Link } from "../../pages/error-page.ts";
import { longPeriod } from "../../pages/long-date.ts";
import { periodPath } from "../../permalinks.ts";
import { type CalendarPeriod, parseCalendarPeriod } from "../../statements/period.ts";
import { notFound } from "../page-problem.ts";
import { impossibleDate, typedDates } from "../read-period.ts";
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
  throw notFound(title, reason, likely.map(linkTo));
}

/** Of a path that is a date in another form, as `/2023-01-27`, the days that it may mean are offered. */
export function noSuchPage(path = "/") {
  const explanation = "No page has this address, and none had it before.";
  return notFound("There is no such page", explanation, typedDates(path.slice(1)).map(linkTo));
}

function linkTo(meant: CalendarPeriod): Link {
  return { label: longPeriod(meant), href: periodPath(meant.written) };
}
