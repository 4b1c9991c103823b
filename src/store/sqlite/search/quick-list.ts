import type { ListRequest, StatementPage } from "../../store.ts";
import type { Prepare } from "../prepare.ts";
import type { CheckTime } from "./deadline.ts";
import { formsOf } from "./match-expression.ts";
import { Search } from "./search.ts";
import { searchList } from "./search-list.ts";

/** In so many spans and for so many words a page is looked for: looking for one word in one takes 50 microseconds. */
const MOST_SPANS = 4;
const MOST_WORDS = 4;

/** Less than the search thread keeps: here most words are asked for once. */
const KEPT_SETS = 500;

/**
 * Finds a page of words where that surely takes no longer than to read its statements; `null` for any other, which the
 * search thread must find. Each call must be in a read transaction of its own.
 */
export function quickLists(prepare: Prepare): (request: ListRequest) => StatementPage | null {
  const search = new Search(prepare, KEPT_SETS);
  return (request) => {
    if (!isQuick(request)) return null;
    search.begin();
    try {
      return searchList(search, request, withinSpans(MOST_SPANS));
    } catch (error) {
      if (error instanceof TooManySpans) return null;
      throw error;
    }
  };
}

/** Single words: no span has a long list to read for one. A phrase or a beginning may take any time, and so may best match. */
function isQuick({ query, order }: ListRequest): boolean {
  if (query === null || order === "relevance") return false;
  const { all, none } = formsOf(query, []);
  const forms = [...all.flat(), ...none];
  return (
    forms.length <= MOST_WORDS && forms.every(({ row, prefix }) => !prefix && row.length === 1)
  );
}

class TooManySpans extends Error {}

function withinSpans(most: number): CheckTime {
  let looked = 0;
  return () => {
    if (++looked > most) throw new TooManySpans();
  };
}
