import type { ListQuery } from "../permalinks.ts";
import type { NameKind, StatementFilter } from "../statements/statement-filter.ts";
import type { Facets, NameCount, PeriodCount } from "../store/store.ts";
import { nameInWords } from "./list-form.ts";
import type { ListFormValues } from "./list-form-values.ts";
import { listHref } from "./list-query.ts";
import { longYear } from "./long-date.ts";
import { narrowedDates } from "./narrowed-dates.ts";
import { figure } from "./wording.ts";

/** A value by which the list may be narrowed; the one chosen has a link that widens the list again. */
export interface FacetValue {
  text: string;
  href: string;
  count: string;
  chosen: boolean;
}

export interface Facet {
  /** `Agency` */
  name: string;
  values: FacetValue[];
  /** Those behind the first ten. */
  more: FacetValue[];
  /** How many statements have none: `No agency named`. `null` where all have one, or nothing is known of it. */
  none: { text: string; count: string } | null;
  /** How to ask for values that are not shown; `null` where all are. */
  field: string | null;
}

const SHOWN = 10;
/** So many values the store tells at most. */
const MOST = 50;

export interface FacetRequest {
  typed: ListFormValues;
  filter: StatementFilter;
  facets: Facets;
}

/** The facets of a list; those by which nothing can be told are left out. */
export function facetsOf(request: FacetRequest): Facet[] {
  const { facets } = request;
  return [
    facet("Year", yearValues(request), null),
    named(request, "agency", "Agency", facets.agencies, facets.withoutAgency),
    named(request, "place", "Place", facets.places, facets.withoutPlace),
    named(request, "language", "Language", facets.languages, 0),
    named(request, "tag", "Tag", facets.tags, 0),
  ].filter(({ values }) => values.length > 0);
}

function facet(
  name: string,
  values: FacetValue[],
  none: Facet["none"],
  field: string | null = null,
) {
  return { name, values: values.slice(0, SHOWN), more: values.slice(SHOWN), none, field };
}

function named(
  { typed, filter }: FacetRequest,
  kind: NameKind | "tag",
  name: string,
  names: NameCount[],
  without: number,
): Facet {
  const values = names.map((each) => {
    const chosen = filter[kind]?.toLowerCase() === each.name.toLowerCase();
    return value(typed, {
      text: kind === "tag" ? each.name : nameInWords(kind, each.name),
      count: each.count,
      chosen,
      change: { [kind]: chosen ? null : each.name },
    });
  });
  const none = without === 0 ? null : { text: `No ${kind} named`, count: figure(without) };
  const field = names.length >= MOST && kind !== "tag" ? `${kind}:` : null;
  return facet(name, values, none, field);
}

/** Newest first. A year narrows the dates asked for; within one year there is nothing left to narrow. */
function yearValues({ typed, filter, facets }: FacetRequest): FacetValue[] {
  return facets.years.toReversed().map((year) => {
    const chosen = isWithin(filter, year);
    const { period } = year;
    const change = chosen
      ? { from: null, to: null }
      : narrowedDates(typed, filter, { from: period, to: period });
    return value(typed, { text: longYear(Number(year.period)), count: year.count, chosen, change });
  });
}

function isWithin({ from, to }: StatementFilter, { period }: PeriodCount): boolean {
  return from?.slice(0, 4) === period && to?.slice(0, 4) === period;
}

function value(
  typed: ListFormValues,
  shown: { text: string; count: number; chosen: boolean; change: ListQuery },
): FacetValue {
  const { text, count, chosen, change } = shown;
  return { text, count: figure(count), chosen, href: listHref(typed, change) };
}
