import { badValues } from "./page-problem.ts";
import type { Asked } from "./resource.ts";

/** How many statements a list is to have as data: a page of so many, or all of them; `null` where nothing was said. */
export type Limit = number | "all" | null;

/** More are sent only with the whole list. */
const MOST = 1000;

/** Throws a 400 for anything but `all` and 1 to 1,000. */
export function readLimit(query: Asked["query"]): Limit {
  const typed = query.get("limit") ?? null;
  if (typed === null || typed === "all") return typed;
  const limit = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  if (limit >= 1 && limit <= MOST) return limit;
  const title = `“${typed}” is no number of statements`;
  const message = `${title}. Give 1 to 1000 for a page of so many, or all for the whole list.`;
  throw badValues(title, [{ field: "limit", typed, message, suggestions: [] }]);
}

/** Whether the table is to begin with a byte order mark. Throws a 400 for anything but `1`. */
export function readByteOrderMark(query: Asked["query"]): boolean {
  const typed = query.get("bom");
  if (typed === undefined || typed === "1") return typed === "1";
  const title = `“${typed}” does not say whether there is to be a byte order mark`;
  const message = `${title}. Give 1, or leave “bom” out.`;
  throw badValues(title, [{ field: "bom", typed, message, suggestions: [] }]);
}
