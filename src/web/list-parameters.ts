import type { ListFormValues } from "../pages/list-form-values.ts";

/** The parameters of a list, in the order of its address. */
export const LIST_PARAMETERS = [
  "from",
  "to",
  "agency",
  "place",
  "language",
  "sort",
  "after",
] as const satisfies (keyof ListFormValues)[];

/** What stands in each field of the list's form; empty where the query has nothing. */
export function typedValues(query: ReadonlyMap<string, string>): ListFormValues {
  const value = (name: keyof ListFormValues) => query.get(name) ?? "";
  return {
    from: value("from"),
    to: value("to"),
    agency: value("agency"),
    place: value("place"),
    language: value("language"),
    sort: value("sort"),
    after: value("after"),
  };
}
