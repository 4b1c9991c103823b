import type { IsoDate } from "../statements/iso-date.ts";
import { monthPeriod, type Period, yearPeriod } from "../statements/period.ts";
import type { SearchQuery } from "../statements/search-query.ts";
import type { StatementFilter } from "../statements/statement-filter.ts";
import type { ArchiveSummary, PeriodCount } from "../store/store.ts";
import type { ListFormValues } from "./list-form-values.ts";
import { listHref } from "./list-query.ts";
import { narrowedDates } from "./narrowed-dates.ts";
import { queryPhrases } from "./query-words.ts";
import { plainSentence } from "./sentence.ts";
import { type Timeline, timeline, timelineUnit } from "./timeline.ts";

/** The span that a list's timeline shows, and the unit in which to ask the store for its counts. */
export interface TimelineFrame {
  first: IsoDate;
  last: IsoDate;
  unit: "year" | "month" | "day";
}

/** Years that are still drawn in months. */
const FEW_YEARS = 4;

/**
 * The month asked for, in days; else the archive in months where it is short, or the few years asked for; else the whole archive.
 * `null` for an empty archive.
 */
export function timelineFrame(
  { first, last }: Pick<ArchiveSummary, "first" | "last">,
  { from, to }: Period,
): TimelineFrame | null {
  if (first === null || last === null) return null;
  if (from !== null && from.slice(0, 7) === to?.slice(0, 7))
    return { ...monthOf(from), unit: "day" };
  const unit = timelineUnit({ first, last });
  const [start, end] = [
    from !== null && from > first ? from : first,
    to !== null && to < last ? to : last,
  ];
  const years = Number(end.slice(0, 4)) - Number(start.slice(0, 4));
  if (unit === "month" || years < 0 || years >= FEW_YEARS) return { first, last, unit };
  return { first: yearOf(start).first, last: yearOf(end).last, unit: "month" };
}

function monthOf(date: IsoDate): { first: IsoDate; last: IsoDate } {
  const month = monthPeriod(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  return { first: month?.first ?? date, last: month?.last ?? date };
}

function yearOf(date: IsoDate): { first: IsoDate; last: IsoDate } {
  const year = yearPeriod(Number(date.slice(0, 4)));
  return { first: year?.first ?? date, last: year?.last ?? date };
}

export interface ListTimelineRequest {
  typed: ListFormValues;
  query: SearchQuery | null;
  filter: StatementFilter;
  frame: TimelineFrame;
  /** What was found in the frame, and everything in it, both in the frame's unit. */
  found: PeriodCount[];
  all: PeriodCount[];
}

export function listTimeline({
  typed,
  query,
  filter,
  frame,
  found,
  all,
}: ListTimelineRequest): Timeline | null {
  return timeline(frame, found, {
    all,
    asked: filter,
    href: (period) => listHref(typed, narrowedDates(typed, filter, period)),
    caption: captionOf(query, filter),
    days: frame.unit === "day",
  });
}

/** Says what the lines mean without naming a colour; `null` where nothing was asked for. */
function captionOf(query: SearchQuery | null, filter: StatementFilter): string | null {
  const { from, to, ...names } = filter;
  const dates = from !== null || to !== null;
  const narrowed = Object.values(names).some((name) => name !== null);
  if (query === null && !dates && !narrowed) return null;
  const words = query === null ? "" : ` ${queryPhrases(query).map(plainSentence).join(", ")}`;
  const thick = narrowed || query === null ? "the statements of this list" : `statements${words}`;
  const axis = dates ? " The heavy part of the axis: the dates that you asked for." : "";
  return `Thick: ${thick}. Thin: all statements.${axis}`;
}
