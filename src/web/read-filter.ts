import type { FieldFault, Link } from "../pages/error-page.ts";
import type { ListFormValues } from "../pages/list-form-values.ts";
import { longPeriod } from "../pages/long-date.ts";
import type { Understood } from "../pages/understood.ts";
import { type ListQuery, listPath } from "../permalinks.ts";
import type { CalendarPeriod } from "../statements/period.ts";
import { type Position, parsePosition } from "../statements/position.ts";
import type { SearchQuery } from "../statements/search-query.ts";
import type { StatementFilter } from "../statements/statement-filter.ts";
import type { ListOrder } from "../store/store.ts";
import { typedValues } from "./list-parameters.ts";
import { badValues } from "./page-problem.ts";
import { isFault, readPeriod } from "./read-period.ts";
import { readWords } from "./read-words.ts";

/** What a list's query asks for. */
export interface ListAsked {
  /** With the fields that the search box names in their own places. */
  typed: ListFormValues;
  /** `null` where no words are looked for. */
  query: SearchQuery | null;
  filter: StatementFilter;
  order: ListOrder;
  after: Position | null;
  /** How the words were read, where it was not as written. */
  understood: Understood | null;
  /** The query of the address that says the same without fields in the box; `null` where this one does. */
  moved: ListQuery | null;
}

const DATE_FORM = "Give a year, a month or a day, as 2023, 2023-01 or 2023-01-27.";

interface Refused extends FieldFault {
  title: string;
}

/** What the query means. Throws a 400 that names every field at fault and offers what was probably meant. */
export function readFilter(query: ReadonlyMap<string, string>): ListAsked {
  const { typed, query: words, understood, moved } = readWords(typedValues(query));
  const faults: Refused[] = [];
  const from = readDate("from", typed, faults);
  const to = readDate("to", typed, faults);
  if (from && to && from.first > to.last) faults.push(reversed(typed, from, to));
  const order = readSort(typed, words !== null, faults);
  const after = readAfter(typed, faults);
  const [first] = faults;
  if (first) throw badValues(first.title, faults.map(withoutTitle), typed);
  const { agency, place, language, tag } = typed;
  return {
    typed,
    query: words,
    understood,
    moved: moved ? fromTheStart(typed, {}) : null,
    filter: {
      from: from?.first ?? null,
      to: to?.last ?? null,
      agency: agency || null,
      place: place || null,
      language: language || null,
      tag: tag || null,
    },
    order,
    after,
  };
}

/** The place from which a list goes on, where an address takes nothing but that; `null` at the start. */
export function readPlace(query: ReadonlyMap<string, string>, path: string): Position | null {
  const text = query.get("after") ?? "";
  if (text === "" || parsePosition(text)) return text || null;
  const { title, ...fault } = badPlace(text, path);
  throw badValues(title, [fault]);
}

function readDate(
  field: "from" | "to",
  typed: ListFormValues,
  faults: Refused[],
): CalendarPeriod | null {
  if (typed[field] === "") return null;
  const read = readPeriod(typed[field]);
  if (!isFault(read)) return read;
  faults.push({
    field,
    typed: typed[field],
    title: read.title,
    message: [`${read.title}.`, read.reason, DATE_FORM].filter((part) => part !== "").join(" "),
    suggestions: read.likely.map((period) => ({
      label: `${field === "from" ? "From" : "To"} ${wholePeriod(period)}`,
      href: listPath(fromTheStart(typed, { [field]: period.written })),
    })),
  });
  return null;
}

function reversed(typed: ListFormValues, from: CalendarPeriod, to: CalendarPeriod): Refused {
  const title = `${longPeriod(from)} is later than ${longPeriod(to)}`;
  const swapped = fromTheStart(typed, { from: typed.to, to: typed.from });
  return {
    field: "from",
    typed: typed.from,
    title,
    message: `${title}. A period begins with its earlier date.`,
    suggestions: [{ label: `${longPeriod(to)} to ${longPeriod(from)}`, href: listPath(swapped) }],
  };
}

function readSort(typed: ListFormValues, words: boolean, faults: Refused[]): ListOrder {
  if (typed.sort === "" || typed.sort === "newest") return "newest";
  if (typed.sort === "oldest") return "oldest";
  // Words that turn out to be none were words to the reader.
  if (typed.sort === "relevance" && typed.q !== "") return words ? "relevance" : "newest";
  const title =
    typed.sort === "relevance"
      ? "Without words to look for, nothing is more relevant than another"
      : `There is no order “${typed.sort}”`;
  faults.push({
    field: "sort",
    typed: typed.sort,
    title,
    message: `${title}. Sort by newest or oldest, or words by relevance.`,
    suggestions: orders(typed),
  });
  return "newest";
}

function orders(typed: ListFormValues): Link[] {
  return [
    { label: "Newest first", href: listPath(fromTheStart(typed, { sort: null })) },
    { label: "Oldest first", href: listPath(fromTheStart(typed, { sort: "oldest" })) },
  ];
}

function readAfter(typed: ListFormValues, faults: Refused[]): Position | null {
  if (typed.after === "" || parsePosition(typed.after)) return typed.after || null;
  faults.push(badPlace(typed.after, listPath(fromTheStart(typed, {}))));
  return null;
}

function badPlace(typed: string, start: string): Refused {
  const title = `“${typed}” is no place in the list`;
  return {
    field: "after",
    typed,
    title,
    message: `${title}. It is taken from the links between pages, as 2023-01-27.3.`,
    suggestions: [{ label: "The list from its start", href: start }],
  };
}

/** The same list from its first page, with some parts changed. */
function fromTheStart(typed: ListFormValues, changed: ListQuery): ListQuery {
  return { ...typed, after: null, ...changed };
}

function wholePeriod(period: CalendarPeriod): string {
  return period.unit === "day" ? longPeriod(period) : `all of ${longPeriod(period)}`;
}

function withoutTitle({ title: _, ...fault }: Refused): FieldFault {
  return fault;
}
