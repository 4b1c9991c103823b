import { periodPath } from "../permalinks.ts";
import type { HitWords } from "../statements/hit-words.ts";
import type { CalendarPeriod } from "../statements/period.ts";
import type { SearchQuery } from "../statements/search-query.ts";
import type { StatementFilter } from "../statements/statement-filter.ts";
import type {
  ArchiveSummary,
  CountedPage,
  Facets,
  ListOrder,
  NameCount,
  PeriodCount,
} from "../store/store.ts";
import { type Chip, chips } from "./chips.ts";
import type { DateForm } from "./date-form.ts";
import { type EmptyList, emptyList, type Instead } from "./empty-list.ts";
import { type Facet, facetsOf } from "./facets.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import type { Link } from "./link.ts";
import { listDateForm } from "./list-form.ts";
import type { ListFormValues } from "./list-form-values.ts";
import { listOrders, type OrderLink } from "./list-orders.ts";
import { listHref } from "./list-query.ts";
import { listTimeline, type TimelineFrame } from "./list-timeline.ts";
import { listTitle, type ShownNames } from "./list-title.ts";
import { longPeriod } from "./long-date.ts";
import { sameName } from "./near-names.ts";
import { plainSentence, type Sentence } from "./sentence.ts";
import type { Site } from "./site.ts";
import { type StatementDays, statementDays } from "./statement-line.ts";
import type { Timeline } from "./timeline.ts";
import { type Understood, understoodText } from "./understood.ts";
import { counted, figure } from "./wording.ts";

export type { ListFormValues };

export interface StatementListRequest {
  summary: ArchiveSummary;
  /** As typed, without the white space around it. */
  typed: ListFormValues;
  /** What it means. */
  query: SearchQuery | null;
  filter: StatementFilter;
  order: ListOrder;
  /** How the words were read, where it was not as written. */
  understood: Understood | null;
  /** What the words mean as a date, where they are nothing else; the likeliest first. */
  dates: CalendarPeriod[];
  found: CountedPage;
  /** Where each statement of this page holds the words, by its id. */
  words: ReadonlyMap<string, HitWords>;
  facets: Facets;
  /** Of the span of `timelineFrame`, in its unit; `null` for an empty archive. */
  counts: { frame: TimelineFrame; found: PeriodCount[]; all: PeriodCount[] } | null;
  /** For an empty list; else `null`. */
  instead: Instead | null;
}

export interface StatementListPage {
  layout: Layout;
  heading: Sentence;
  chips: Chip[];
  /** How the words were understood, and what was ranked: a sentence each. */
  notices: string[];
  /** `the day 27 January 2023`, where the words are a date. */
  dates: Link[];
  /** `null` where it would show nothing. */
  timeline: Timeline | null;
  /** `null` for an empty list. */
  orders: OrderLink[] | null;
  found: StatementDays;
  /** `null` for a list that holds something. */
  empty: EmptyList | null;
  /** The pages before and after; `null` at the ends. */
  previous: Link | null;
  next: Link | null;
  /** Says at the end of the list that it is one. */
  end: string | null;
  form: DateForm;
  facets: Facet[];
}

export function statementListPage(site: Site, request: StatementListRequest): StatementListPage {
  const { typed, query, filter, found, instead } = request;
  const shownNames = namesAsShown(filter, request.facets);
  const heading = listTitle(found.total, { query, filter }, shownNames);
  const beside = pagesBeside(request);
  return {
    layout: layoutFor(site, request, plainSentence(heading), beside),
    heading,
    chips: chips(typed, query, shownNames),
    notices: [understoodText(request.understood), rankedText(found)].filter(
      (text) => text !== null,
    ),
    dates: request.dates.map(dateLink),
    timeline: found.total === 0 ? null : timelineOf(request),
    orders: found.total === 0 ? null : listOrders(typed, query !== null, request.order),
    found: statementDays(found.statements, query && { address: typed, words: request.words }),
    empty: instead && emptyList({ typed, query, filter, instead }),
    ...beside,
    end: endOf(found),
    form: listDateForm(typed),
    facets: facetsOf(request),
  };
}

function layoutFor(
  site: Site,
  request: StatementListRequest,
  heading: string,
  { previous, next }: ReturnType<typeof pagesBeside>,
): Layout {
  const { summary, typed, found } = request;
  return layoutOf(site, summary, {
    title: pageTitle(heading, request),
    description: `${heading}, in the archive ${site.title}.`,
    path: listHref(typed, { after: typed.after }),
    current: "statements",
    skipTo: "statements",
    previous: previous?.href ?? null,
    next: next?.href ?? null,
    robots: found.total === 0 || typed.q !== "" ? "noindex" : null,
    search: typed,
  });
}

/** Names as the archive writes them: in a list that is narrowed to one, its facet names it. */
function namesAsShown(filter: StatementFilter, facets: Facets): ShownNames {
  const shown = (name: string | null, names: NameCount[]) =>
    sameName(name ?? "", names)?.name ?? null;
  return {
    agency: shown(filter.agency, facets.agencies),
    place: shown(filter.place, facets.places),
    language: shown(filter.language, facets.languages),
    tag: shown(filter.tag, facets.tags),
  };
}

/** Every page of a list has a title of its own. */
function pageTitle(heading: string, { order, typed }: StatementListRequest): string {
  const sorted = { newest: "", oldest: ", oldest first", relevance: ", best match first" }[order];
  const place = typed.after === "" ? "" : `, page after ${typed.after}`;
  return heading + sorted + place;
}

const DIRECTIONS: Record<ListOrder, [before: string, after: string]> = {
  newest: ["Newer statements", "Older statements"],
  oldest: ["Older statements", "Newer statements"],
  relevance: ["Better matches", "Further matches"],
};

function pagesBeside({ typed, order, found }: StatementListRequest) {
  const [before, after] = DIRECTIONS[order];
  const link = (label: string, page: { after: string | null } | null): Link | null =>
    page && { label, href: listHref(typed, { after: page.after }) };
  return { previous: link(before, found.previous), next: link(after, found.next) };
}

function timelineOf({ typed, query, filter, counts }: StatementListRequest): Timeline | null {
  return counts && listTimeline({ typed, query, filter, ...counts });
}

function rankedText({ ranked, total }: CountedPage): string | null {
  if (ranked === null) return null;
  return `The newest ${figure(ranked)} of ${counted(total, "statement")} are in the order of the best match; the others follow, newest first.`;
}

function dateLink(period: CalendarPeriod): Link {
  return { label: `the ${period.unit} ${longPeriod(period)}`, href: periodPath(period.written) };
}

function endOf({ total, previous, next }: CountedPage): string | null {
  if (total === 0 || next !== null) return null;
  if (previous !== null) return `Here the list of ${counted(total, "statement")} ends.`;
  return total === 1 ? "This is the only one." : `These are all ${counted(total, "statement")}.`;
}
