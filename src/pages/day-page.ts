import { periodPath } from "../permalinks.ts";
import { partsOf } from "../statements/iso-date.ts";
import type { CalendarPeriod } from "../statements/period.ts";
import type { ArchiveSummary, CountedPage, PeriodCount, Position } from "../store/store.ts";
import { type Calendar, calendarOf } from "./calendar.ts";
import { type DateForm, EMPTY_DATE_FORM } from "./date-form.ts";
import { emptyPeriodText } from "./empty-period.ts";
import { headMonth } from "./head-date.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import { type Leaf, leafOf } from "./leaf.ts";
import { longDate, longMonth } from "./long-date.ts";
import { type Near, nearPeriods } from "./near.ts";
import { type PeriodPager, pagePath, periodPager } from "./period-pager.ts";
import type { Site } from "./site.ts";
import { type StatementDays, type StatementLine, statementDays } from "./statement-line.ts";
import { counted } from "./wording.ts";

export interface DayRequest {
  summary: ArchiveSummary;
  /** A day. */
  period: CalendarPeriod;
  /** The days of its month that hold statements. */
  days: PeriodCount[];
  /** The nearest other days that hold statements. */
  nearest: { before: PeriodCount | null; after: PeriodCount | null };
  /** The statements of this day, oldest first, which is the order of their files. */
  found: CountedPage;
  /** Where this page of them began. */
  after: Position | null;
}

export interface DayPage {
  layout: Layout;
  leaf: Leaf;
  longDate: string;
  /** `3 statements`; `null` on an empty day. */
  counted: string | null;
  /** Why there is nothing; `null` where there is something. */
  empty: string | null;
  month: { href: string; name: string; text: string; calendar: Calendar };
  found: { note: StatementDays["note"]; statements: StatementLine[] };
  pager: PeriodPager | null;
  near: Near;
  dateForm: DateForm;
}

export function dayPage(site: Site, request: DayRequest): DayPage {
  const { summary, period, found, nearest } = request;
  const path = periodPath(period.written);
  const pager = periodPager(path, found);
  const near = nearPeriods("Days before and after", nearest.before, nearest.after);
  const { note, days } = statementDays(found.statements);
  return {
    layout: layoutOf(site, summary, {
      title: `${counted(found.total, "statement")} of ${longDate(period.first)}`,
      description: `Statements of ${longDate(period.first)}.`,
      path: pagePath(path, request.after),
      current: "dates",
      skipTo: "day",
      date: headMonth(period.first),
      previous: pager ? pager.previous : (near.earlier?.href ?? null),
      next: pager ? pager.next : (near.later?.href ?? null),
    }),
    leaf: leafOf(period.first),
    longDate: longDate(period.first),
    counted: found.total === 0 ? null : counted(found.total, "statement"),
    empty: found.total === 0 ? emptyPeriodText(period, summary) : null,
    month: monthAround(request),
    found: { note, statements: days.flatMap((day) => day.statements) },
    pager,
    near,
    dateForm: EMPTY_DATE_FORM,
  };
}

function monthAround({ period, days }: DayRequest): DayPage["month"] {
  const { year, month } = partsOf(period.first);
  const name = longMonth(year, month);
  return {
    href: periodPath(period.written.slice(0, 7)),
    name,
    text: `All of ${name}`,
    calendar: calendarOf(year, month, days, period.first),
  };
}
