import { periodPath } from "../permalinks.ts";
import { partsOf } from "../statements/iso-date.ts";
import { type CalendarPeriod, monthPeriod, type Period, yearPeriod } from "../statements/period.ts";
import type { ArchiveSummary, CountedPage, PeriodCount, Position } from "../store/store.ts";
import { type Calendar, calendarOf } from "./calendar.ts";
import { type DateForm, EMPTY_DATE_FORM } from "./date-form.ts";
import { emptyPeriodText } from "./empty-period.ts";
import { headYear } from "./head-date.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import { longMonth, longYear } from "./long-date.ts";
import { monthRail } from "./month-rail.ts";
import { type Near, nearPeriods } from "./near.ts";
import { type PeriodPager, pagePath, periodPager } from "./period-pager.ts";
import type { Site } from "./site.ts";
import { type StatementDays, statementDays } from "./statement-line.ts";
import { counted } from "./wording.ts";
import type { RailLink } from "./year-rail.ts";

export interface MonthRequest {
  summary: ArchiveSummary;
  /** A month. */
  period: CalendarPeriod;
  /** The days of this month that hold statements. */
  days: PeriodCount[];
  /** The nearest days outside this month that hold statements. */
  nearest: { before: PeriodCount | null; after: PeriodCount | null };
  /** The months of `monthsToCount` that hold statements, in order of time. */
  months: PeriodCount[];
  /** The statements of this month, oldest first. */
  found: CountedPage;
  /** Where this page of them began. */
  after: Position | null;
}

export interface MonthPage {
  layout: Layout;
  isoDate: string;
  longDate: string;
  /** `7 statements on 5 days`; `null` in an empty month. */
  counted: string | null;
  /** Why there is nothing; `null` where there is something. */
  empty: string | null;
  year: { href: string; text: string };
  rail: RailLink[];
  calendar: Calendar;
  found: StatementDays;
  pager: PeriodPager | null;
  near: Near;
  dateForm: DateForm;
}

/** The days for which a month's page needs `store.counts("month", …)`: its year, and the months of the nearest days. */
export function monthsToCount(
  period: CalendarPeriod,
  { before, after }: MonthRequest["nearest"],
): Period {
  const { year } = partsOf(period.first);
  const ends = [yearPeriod(year), monthOf(before), monthOf(after)].filter((end) => end !== null);
  return {
    from: ends.map((end) => end.first).toSorted()[0] ?? period.first,
    to:
      ends
        .map((end) => end.last)
        .toSorted()
        .at(-1) ?? period.last,
  };
}

export function monthPage(site: Site, request: MonthRequest): MonthPage {
  const { summary, period, days, found } = request;
  const { year, month } = partsOf(period.first);
  const longDate = longMonth(year, month);
  const path = periodPath(period.written);
  const inWords = `${counted(found.total, "statement")} on ${counted(days.length, "day")}`;
  const pager = periodPager(path, found);
  const near = monthsAround(request);
  return {
    layout: layoutOf(site, summary, {
      title: `${counted(found.total, "statement")} in ${longDate}`,
      description: `Statements of ${longDate}, day by day.`,
      path: pagePath(path, request.after),
      current: "dates",
      skipTo: "month",
      date: headYear(period.first),
      previous: pager ? pager.previous : (near.earlier?.href ?? null),
      next: pager ? pager.next : (near.later?.href ?? null),
    }),
    isoDate: period.written,
    longDate,
    counted: found.total === 0 ? null : inWords,
    empty: found.total === 0 ? emptyPeriodText(period, summary) : null,
    year: { href: periodPath(period.written.slice(0, 4)), text: `All of ${longYear(year)}` },
    rail: monthRail(period, request.months),
    calendar: calendarOf(year, month, days),
    found: statementDays(found.statements),
    pager,
    near,
    dateForm: EMPTY_DATE_FORM,
  };
}

/** The months on both sides, or the days nearest to a month that has none. */
function monthsAround({ found, nearest, months }: MonthRequest): Near {
  const { before, after } = nearest;
  if (found.total === 0) return nearPeriods("Days before and after", before, after);
  const counts = (day: PeriodCount | null) =>
    months.find((month) => day?.period.startsWith(month.period)) ?? null;
  return nearPeriods("Months before and after", counts(before), counts(after));
}

function monthOf(day: PeriodCount | null): CalendarPeriod | null {
  return day && monthPeriod(Number(day.period.slice(0, 4)), Number(day.period.slice(5, 7)));
}
