import { listName } from "../../pages/list-title.ts";
import { plainSentence } from "../../pages/sentence.ts";
import type { OpenedFrom } from "../../pages/statement-page.ts";
import { matcherFor } from "../../search/matches.ts";
import type { Statement } from "../../statements/statement.ts";
import type { Store } from "../../store/store.ts";
import type { ListAsked } from "../read-filter.ts";
import { searched } from "../searched.ts";

const AS_TYPED = { agency: null, place: null, language: null, tag: null };

/** The list from which a statement was opened, with the statements before and behind it there. */
export async function openedFrom(
  store: Store,
  { id, language }: Statement,
  list: ListAsked,
): Promise<OpenedFrom> {
  const { typed, query, filter, order } = list;
  const beside = await searched(list, () => store.besideInList(id, { query, filter, order }));
  const matcher = query && matcherFor(query);
  return {
    ...beside,
    typed,
    name: plainSentence(listName({ query, filter }, AS_TYPED)),
    find: matcher && ((words) => matcher(words, language)),
  };
}
