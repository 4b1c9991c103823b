import type { NameKind, SortOrder, StatementFilter } from "../statements/statement-filter.ts";
import type { ArchiveSummary, NameCount, PeriodCount, StatementPage } from "../store/store.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import type { Site } from "./site.ts";
import { type StatementDays, statementDays } from "./statement-line.ts";

/** What the reader typed, field by field; empty where nothing was. */
export interface ListFormValues {
  from: string;
  to: string;
  agency: string;
  place: string;
  language: string;
  sort: string;
  after: string;
}

export interface StatementListRequest {
  summary: ArchiveSummary;
  /** As typed (white space around it taken off). */
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
  found: StatementDays;
}

export function statementListPage(site: Site, request: StatementListRequest): StatementListPage {
  return {
    layout: layoutOf(site, request.summary, {
      title: "",
      description: "",
      path: "/statements",
      current: "statements",
      skipTo: "statements",
    }),
    found: statementDays(request.found.statements),
  };
}
