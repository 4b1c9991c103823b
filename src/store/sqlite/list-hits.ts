import type { ListRequest, StatementPage } from "../store.ts";
import type { Read } from "./prepare.ts";
import type { AskSearch } from "./search/ask-search.ts";

/**
 * Lists what holds words: at once where that is quick, since the way to the search thread and back would take longer than
 * the search, and on that thread otherwise. `read` must always read from the same connection.
 */
export function listingHits(
  read: Read,
  search: AskSearch,
): (request: ListRequest) => Promise<StatementPage> {
  let quick: ((request: ListRequest) => StatementPage | null) | null = null;
  return async (request) => {
    // Only now: a site that starts need not load what searches.
    const { quickLists } = await import("./search/quick-list.ts");
    const page = read((prepare) => {
      quick ??= quickLists(prepare);
      return quick(request);
    });
    return page ?? search.ask("list", request);
  };
}
