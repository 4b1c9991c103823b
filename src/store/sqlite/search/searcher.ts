import type { Store } from "../../store.ts";
import type { Prepare } from "../prepare.ts";
import { besideInList } from "./beside-in-list.ts";
import { checkQuotation } from "./check-quotation.ts";
import { type CheckTime, startClock } from "./deadline.ts";
import { readHitWords } from "./hit-words.ts";
import { nearSpellings } from "./near-spellings.ts";
import { Search } from "./search.ts";
import { searchChanges } from "./search-changes.ts";
import { searchCounts, searchFacets, searchNearestDays, searchTotal } from "./search-counts.ts";
import { searchList } from "./search-list.ts";

/** The methods of a store that are answered from the search index. */
export type SearchMethod =
  | "list"
  | "hitWords"
  | "total"
  | "counts"
  | "facets"
  | "nearestDays"
  | "besideInList"
  | "changes"
  | "nearSpellings"
  | "checkQuotation";

/** A question to the search index: a store's method and its parameters. */
export type SearchQuestion = {
  [Method in SearchMethod]: { method: Method; parameters: Required<Parameters<Store[Method]>> };
}[SearchMethod];

/** Of what was found so many bytes are remembered: a page asks several questions about the same words. */
const KEPT_BYTES = 16_777_216;

/** Answers questions on one connection; each call must be in a read transaction. `clock` bounds the time for each. */
export function searcher(
  prepare: Prepare,
  clock: () => CheckTime = startClock,
): (question: SearchQuestion) => unknown {
  const search = new Search(prepare, KEPT_BYTES);
  return (question) => {
    search.begin();
    return answer(search, question, clock());
  };
}

function answer(search: Search, { method, parameters }: SearchQuestion, check: CheckTime): unknown {
  if (method === "list") return searchList(search, ...parameters, check);
  if (method === "hitWords") return readHitWords(search.prepare, ...parameters);
  if (method === "total") return searchTotal(search, ...parameters, check);
  if (method === "counts") return searchCounts(search, ...parameters, check);
  if (method === "facets") return searchFacets(search, ...parameters, check);
  if (method === "nearestDays") return searchNearestDays(search, ...parameters, check);
  if (method === "besideInList") return besideInList(search, ...parameters, check);
  if (method === "changes") return searchChanges(search, ...parameters, check);
  if (method === "checkQuotation") return checkQuotation(search, ...parameters, check);
  return nearSpellings(search, ...parameters, check);
}
