import { type Instead, type Spelling, withSpelling } from "../../pages/empty-list.ts";
import { fewerParts } from "../../pages/fewer-parts.ts";
import { parseIsoDate } from "../../statements/iso-date.ts";
import type { SearchQuery } from "../../statements/search-query.ts";
import { EVERYTHING, type StatementFilter } from "../../statements/statement-filter.ts";
import type { Store } from "../../store/store.ts";
import type { ListAsked } from "../read-filter.ts";
import { namesOf } from "./names-of.ts";

/** So many words of a query are tried in other spellings. */
const MOST_WORDS = 5;

/** What may be offered for a list that holds nothing. */
export async function insteadOf(store: Store, asked: ListAsked): Promise<Instead> {
  const { typed, query, filter } = asked;
  const fewer: Instead["fewer"] = [];
  for (const parts of fewerParts(typed, query, filter)) {
    fewer.push({ ...parts, total: await store.total(parts) });
  }
  return {
    names: await namesOf(store),
    fewer,
    spellings: query === null ? [] : await spellingsOf(store, query, filter),
    nearest: await nearestOf(store, asked),
  };
}

/** `null` where no date was asked for. */
async function nearestOf(store: Store, { query, filter }: ListAsked): Promise<Instead["nearest"]> {
  const first = filter.from ?? parseIsoDate("0001-01-01");
  const last = filter.to ?? parseIsoDate("9999-12-31");
  if ((filter.from === null && filter.to === null) || !first || !last) return null;
  return store.nearestDays(first, last, { query, filter });
}

/** The words that no statement holds in any form, with those near them, where there are any. */
async function spellingsOf(
  store: Store,
  query: SearchQuery,
  filter: StatementFilter,
): Promise<Instead["spellings"]> {
  const terms = query.all.flat().filter(({ words, prefix }) => words.length === 1 && !prefix);
  const spellings: Instead["spellings"] = [];
  for (const term of terms.slice(0, MOST_WORDS)) {
    const [word = ""] = term.words;
    const alone = { query: { all: [[term]], none: [] }, filter: EVERYTHING };
    if ((await store.total(alone)) > 0) continue;
    const near: Spelling[] = [];
    for (const { name, count } of await store.nearSpellings(word)) {
      const total = await store.total({ query: withSpelling(query, word, name), filter });
      near.push({ name, count, total });
    }
    if (near.length > 0) spellings.push({ word, near });
  }
  return spellings;
}
