import { type ListQuery, listPath } from "../permalinks.ts";
import type { ListFormValues } from "./list-form-values.ts";

/** The address of the list that was asked for, with parts of it changed; the order by default is left out. */
export function listHref(typed: ListFormValues, changes: Partial<ListQuery> = {}): string {
  const sort = typed.sort === "newest" ? null : typed.sort;
  return listPath({ ...typed, sort, after: null, ...changes });
}
