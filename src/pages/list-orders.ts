import type { ListOrder } from "../store/store.ts";
import type { Link } from "./link.ts";
import type { ListFormValues } from "./list-form-values.ts";
import { listHref } from "./list-query.ts";

export interface OrderLink extends Link {
  current: boolean;
}

const ORDERS: { label: string; order: ListOrder; sort: string | null }[] = [
  { label: "Newest first", order: "newest", sort: null },
  { label: "Oldest first", order: "oldest", sort: "oldest" },
  { label: "Best match", order: "relevance", sort: "relevance" },
];

/** The orders of a list; `words`: whether words are looked for, without which nothing is a better match. */
export function listOrders(typed: ListFormValues, words: boolean, current: ListOrder): OrderLink[] {
  return ORDERS.filter(({ order }) => words || order !== "relevance").map(
    ({ label, order, sort }) => ({
      label,
      href: listHref(typed, { sort }),
      current: order === current,
    }),
  );
}
