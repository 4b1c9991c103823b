import type { ListRequest, StatementPage } from "../../store.ts";
import type { Prepare } from "../prepare.ts";
import type { CheckTime } from "./deadline.ts";
import { formsOf } from "./match-expression.ts";
import { Search } from "./search.ts";
import { searchList } from "./search-list.ts";

/** So many words are looked for, and each span takes a look for each: one takes up to 50 microseconds. */
const MOST_WORDS = 4;
const MOST_LOOKS = 16;

/** Less than the search thread remembers: here most words are asked for once. */
const KEPT_BYTES = 2_097_152;

/**
 * Finds a page of words where that surely takes no longer than to read its statements; `null` for any other, which the
 * search thread must find. Each call must be in a read transaction of its own.
 */
export function quickLists(prepare: Prepare): (request: ListRequest) => StatementPage | null {
  const search = new Search(prepare, KEPT_BYTES);
  return (request) => {
    const words = quickWords(request);
    if (words === null) return null;
    search.begin();
    try {
      return searchList(search, request, withinSpans(Math.floor(MOST_LOOKS / words)));
    } catch (error) {
      if (error instanceof TooManySpans) return null;
      throw error;
    }
  };
}

/**
 * How many words are looked for, where they are few and single ones: no span has a long list to read for one. A phrase or a beginning may
 * take any time, and so may best match: `null` for those.
 */
function quickWords({ query, order }: ListRequest): number | null {
  if (query === null || order === "relevance") return null;
  const { all, none } = formsOf(query, []);
  const forms = [...all.flat(), ...none];
  const single = forms.every(({ row, prefix }) => !prefix && row.length === 1);
  return single && forms.length <= MOST_WORDS ? Math.max(1, forms.length) : null;
}

class TooManySpans extends Error {}

function withinSpans(most: number): CheckTime {
  let looked = 0;
  return () => {
    if (++looked > most) throw new TooManySpans();
  };
}
