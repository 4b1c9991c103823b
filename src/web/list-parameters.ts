import type { ListFormValues } from "../pages/list-form-values.ts";

/** The parameters of a list, in the order of its address. */
export const LIST_PARAMETERS = [
  "q",
  "from",
  "to",
  "agency",
  "place",
  "language",
  "tag",
  "sort",
  "after",
] as const satisfies (keyof ListFormValues)[];

/** The parameters with which a statement is opened from a search. */
export const SEARCH_PARAMETERS = LIST_PARAMETERS.filter((name) => name !== "after");

/** What stands in each field of the list's form; empty where the query has nothing. */
export function typedValues(query: ReadonlyMap<string, string>): ListFormValues {
  const value = (name: keyof ListFormValues) => query.get(name) ?? "";
  return {
    q: value("q"),
    from: value("from"),
    to: value("to"),
    agency: value("agency"),
    place: value("place"),
    language: value("language"),
    tag: value("tag"),
    sort: value("sort"),
    after: value("after"),
  };
}
