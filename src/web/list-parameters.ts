import { type DataFormat, FEED_FORMATS } from "../data-formats.ts";
import type { ListFormValues } from "../pages/list-form-values.ts";
import { LIST_PARTS } from "../permalinks.ts";

/** The parameters of a list, in the order of its address. */
export const LIST_PARAMETERS = LIST_PARTS.filter((name) => name !== "limit");

/** What a list takes further as data. */
const OF_LIST_DATA: Partial<Record<DataFormat, readonly string[]>> = {
  json: ["limit"],
  txt: ["limit"],
  csv: ["limit", "bom"],
};

/** A feed has an order of its own, and goes on with the changes before one. */
const NOT_OF_FEEDS = ["sort", "after"];

/** The parameters of a list as data, which as a page takes `own`. */
export function ofListData(own: readonly string[]): (format: DataFormat) => readonly string[] {
  const ofFeeds = [...own.filter((name) => !NOT_OF_FEEDS.includes(name)), "before"];
  return (format) =>
    FEED_FORMATS.some((feed) => feed === format)
      ? ofFeeds
      : [...own, ...(OF_LIST_DATA[format] ?? [])];
}

/** The parameters with which a statement is opened from a search. */
export const SEARCH_PARAMETERS = LIST_PARAMETERS.filter((name) => name !== "after");

/** The parameter that marks a passage of a statement. */
export const QUOTE_PARAMETER = "quote";

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
