import type { CountedPage, ListRequest, Store } from "../../store/store.ts";

/** A page of a list, and how many statements the whole list holds. */
export async function countedPage(store: Store, request: ListRequest): Promise<CountedPage> {
  const [page, total] = await Promise.all([store.list(request), store.total(request)]);
  return { ...page, total };
}
