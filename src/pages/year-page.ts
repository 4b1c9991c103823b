import { listPath, periodPath } from "../permalinks.ts";
import { partsOf } from "../statements/iso-date.ts";
import type { CalendarPeriod } from "../statements/period.ts";
import type { ArchiveSummary, PeriodCount } from "../store/store.ts";
import { type Calendar, calendarOf } from "./calendar.ts";
import { type DateForm, EMPTY_DATE_FORM } from "./date-form.ts";
import { emptyPeriodText } from "./empty-period.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import { longMonth, longYear, MONTHS } from "./long-date.ts";
import { type Near, nearPeriods } from "./near.ts";
import type { Site } from "./site.ts";
import { counted } from "./wording.ts";
import { type RailLink, yearRail } from "./year-rail.ts";

export interface YearRequest {
  summary: ArchiveSummary;
  /** A year. */
  period: CalendarPeriod;
  /** All years that hold statements, in order of time. */
  years: PeriodCount[];
  /** The days of this year that hold statements. */
  days: PeriodCount[];
  /** The nearest days outside this year that hold statements. */
  nearest: { before: PeriodCount | null; after: PeriodCount | null };
}

export interface YearMonth {
  /** `January` */
  name: string;
  /** `January 2023`, for the table's own name. */
  longName: string;
  href: string;
  /** `5 statements` */
  counted: string;
  /** Whether it has no statements. */
  without: boolean;
  calendar: Calendar;
}

export interface YearPage {
  layout: Layout;
  isoDate: string;
  longDate: string;
  /** Why there is nothing; `null` where there is something. */
  empty: string | null;
  /** The whole year's list, and the rest of its sentence, `on 28 days`; `null` in an empty year. */
  all: { href: string; text: string; onDays: string } | null;
  rail: RailLink[];
  /** All twelve; none in an empty year. */
  months: YearMonth[];
  near: Near;
  dateForm: DateForm;
}

export function yearPage(site: Site, request: YearRequest): YearPage {
  const { summary, period, years, days } = request;
  const longDate = longYear(Number(period.written));
  const total = days.reduce((sum, day) => sum + day.count, 0);
  const near = yearsAround(request, total === 0);
  return {
    layout: layoutOf(site, summary, {
      title: `${counted(total, "statement")} in ${longDate}`,
      description: `Statements of ${longDate} by month and day.`,
      path: periodPath(period.written),
      current: "dates",
      skipTo: "year",
      previous: near.earlier?.href ?? null,
      next: near.later?.href ?? null,
    }),
    isoDate: period.written,
    longDate,
    empty: total === 0 ? emptyPeriodText(period, summary) : null,
    all: total === 0 ? null : wholeYear(request, longDate, total),
    rail: yearRail(period.written, years),
    months: total === 0 ? [] : monthsOf(period, days),
    near,
    dateForm: EMPTY_DATE_FORM,
  };
}

function wholeYear({ period, days }: YearRequest, longDate: string, total: number) {
  const all = `All ${counted(total, "statement")} of ${longDate}`;
  return {
    href: listPath({ from: period.written, to: period.written }),
    text: total === 1 ? `The one statement of ${longDate}` : all,
    onDays: `on ${counted(days.length, "day")}`,
  };
}

/** The years on both sides, or the days nearest to a year that has none. */
function yearsAround({ period, years, nearest }: YearRequest, empty: boolean): Near {
  if (empty) return nearPeriods("Days before and after", nearest.before, nearest.after);
  const earlier = years.findLast((year) => year.period < period.written) ?? null;
  const later = years.find((year) => year.period > period.written) ?? null;
  return nearPeriods("Years before and after", earlier, later);
}

function monthsOf(period: CalendarPeriod, days: PeriodCount[]): YearMonth[] {
  const { year } = partsOf(period.first);
  return MONTHS.map((name, index) => {
    const written = `${period.written}-${String(index + 1).padStart(2, "0")}`;
    const ofMonth = days.filter((day) => day.period.startsWith(written));
    const count = ofMonth.reduce((sum, day) => sum + day.count, 0);
    return {
      name,
      longName: longMonth(year, index + 1),
      href: periodPath(written),
      counted: count === 0 ? "no statements" : counted(count, "statement"),
      without: count === 0,
      calendar: calendarOf(year, index + 1, ofMonth),
    };
  });
}
