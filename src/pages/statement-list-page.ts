import type { NameKind, SortOrder, StatementFilter } from "../statements/statement-filter.ts";
import type { ArchiveSummary, NameCount, PeriodCount, StatementPage } from "../store/store.ts";
import { type Chip, chips } from "./chips.ts";
import type { DateForm } from "./date-form.ts";
import { type EmptyList, emptyList } from "./empty-list.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import type { Link } from "./link.ts";
import { listForm } from "./list-form.ts";
import type { ListFormValues } from "./list-form-values.ts";
import { listHref } from "./list-query.ts";
import { listTitle } from "./list-title.ts";
import { sameName } from "./near-names.ts";
import { plainSentence, type Sentence } from "./sentence.ts";
import type { Site } from "./site.ts";
import { type StatementDays, statementDays } from "./statement-line.ts";
import { counted } from "./wording.ts";

export type { ListFormValues };

export interface StatementListRequest {
  summary: ArchiveSummary;
  /** As typed, without the white space around it. */
  typed: ListFormValues;
  /** What it means. */
  filter: StatementFilter;
  order: SortOrder;
  found: StatementPage;
  /** Every name of each kind, commonest first. */
  names: Record<NameKind, NameCount[]>;
  /** Of `store.nearestDays`, for an empty list with at least one date; else `null`. */
  nearest: { before: PeriodCount | null; after: PeriodCount | null } | null;
}

export interface StatementListPage {
  layout: Layout;
  heading: Sentence;
  chips: Chip[];
  /** `null` for an empty list. */
  orders: (Link & { current: boolean })[] | null;
  found: StatementDays;
  /** `null` for a list that holds something. */
  empty: EmptyList | null;
  /** The pages before and after; `null` at the ends. */
  previous: Link | null;
  next: Link | null;
  /** Says at the end of the list that it is one. */
  end: string | null;
  form: DateForm;
}

export function statementListPage(site: Site, request: StatementListRequest): StatementListPage {
  const { summary, typed, filter, found, names } = request;
  const shownNames = namesAsShown(filter, names);
  const heading = listTitle(found.total, filter, shownNames);
  const beside = pagesBeside(request);
  return {
    layout: layoutOf(site, summary, {
      title: pageTitle(plainSentence(heading), request),
      description: `${plainSentence(heading)}, in the archive ${site.title}.`,
      path: listHref(typed, { after: typed.after }),
      current: "statements",
      skipTo: "statements",
      previous: beside.previous?.href ?? null,
      next: beside.next?.href ?? null,
      robots: found.total === 0 ? "noindex" : null,
    }),
    heading,
    chips: chips(typed, shownNames),
    orders: found.total === 0 ? null : ordersOf(request),
    found: statementDays(found.statements),
    empty: found.total === 0 ? emptyList(request) : null,
    ...beside,
    end: endOf(found),
    form: listForm(typed, names),
  };
}

function namesAsShown(
  filter: StatementFilter,
  names: Record<NameKind, NameCount[]>,
): Record<NameKind, string | null> {
  const shown = (kind: NameKind) => sameName(filter[kind] ?? "", names[kind])?.name ?? null;
  return { agency: shown("agency"), place: shown("place"), language: shown("language") };
}

/** Every page of a list has a title of its own. */
function pageTitle(heading: string, { order, typed }: StatementListRequest): string {
  const sorted = order === "oldest" ? ", oldest first" : "";
  const place = typed.after === "" ? "" : `, page after ${typed.after}`;
  return heading + sorted + place;
}

function pagesBeside({ typed, order, found }: StatementListRequest) {
  const [before, after] = order === "newest" ? ["Newer", "Older"] : ["Older", "Newer"];
  const link = (label: string, page: { after: string | null } | null): Link | null =>
    page && { label: `${label} statements`, href: listHref(typed, { after: page.after }) };
  return {
    previous: link(before as string, found.previous),
    next: link(after as string, found.next),
  };
}

function ordersOf({ typed, order }: StatementListRequest): StatementListPage["orders"] {
  return [
    { label: "Newest first", href: listHref(typed, { sort: null }), current: order === "newest" },
    {
      label: "Oldest first",
      href: listHref(typed, { sort: "oldest" }),
      current: order === "oldest",
    },
  ];
}

function endOf({ total, previous, next }: StatementPage): string | null {
  if (total === 0 || next !== null) return null;
  if (previous !== null) return `Here the list of ${counted(total, "statement")} ends.`;
  return total === 1 ? "This is the only one." : `These are all ${counted(total, "statement")}.`;
}
