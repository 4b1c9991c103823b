import type { ListRequest, StatementPage } from "../../store.ts";
import { readListed } from "../list-statements.ts";
import { keyOfPosition, positionOfKey } from "../statement-key.ts";
import type { CheckTime } from "./deadline.ts";
import { rankedKeys } from "./rank.ts";
import type { Search, Sought } from "./search.ts";
import { walkKeys } from "./walk.ts";

/** A page's keys, and where the pages beside it begin (behind which key; `null` is the start). */
interface KeyPage {
  keys: number[];
  next: { after: number } | null;
  previous: { after: number | null } | null;
  ranked: number | null;
}

/** See `Store.list`; for a request with words. */
export function searchList(search: Search, request: ListRequest, check: CheckTime): StatementPage {
  const sought = search.seek(request);
  if (!sought) return { ranked: null, statements: [], next: null, previous: null };
  // Where nothing must be there, nothing is more relevant than another.
  const ranks = request.order === "relevance" && sought.forms.all.length > 0;
  const page = ranks
    ? relevancePage(search, sought, request, check)
    : datedPage(search, sought, request, check);
  const { next, previous } = page;
  return {
    ranked: page.ranked,
    statements: readListed(search.prepare, page.keys),
    next: next && { after: positionOfKey(next.after) },
    previous: previous && { after: previous.after === null ? null : positionOfKey(previous.after) },
  };
}

function datedPage(
  search: Search,
  sought: Sought,
  { order, after, limit }: ListRequest,
  check: CheckTime,
): KeyPage {
  const direction = order === "oldest" ? "oldest" : "newest";
  const start = after === null ? null : keyOfPosition(after);
  const keys = take(walkKeys(search, sought, direction, start, check), limit + 1);
  return {
    ...firstOf(keys, limit),
    previous: start === null ? null : previousPage(search, sought, direction, start, limit, check),
    ranked: null,
  };
}

function previousPage(
  search: Search,
  sought: Sought,
  direction: "newest" | "oldest",
  start: number,
  limit: number,
  check: CheckTime,
): KeyPage["previous"] {
  const back = direction === "newest" ? "oldest" : "newest";
  // The statement behind which the page begins belongs to the page before.
  const from = direction === "newest" ? start - 1 : start + 1;
  const keys = take(walkKeys(search, sought, back, from, check), limit + 1);
  if (keys.length === 0) return null;
  return { after: keys[limit] ?? null };
}

/** The ranked hits come first; the rest, which are all older, follow newest first. */
function relevancePage(
  search: Search,
  sought: Sought,
  { after, limit }: ListRequest,
  check: CheckTime,
): KeyPage {
  const { keys: ranked, all } = rankedKeys(search, sought, check);
  const oldestRanked = ranked.reduce((oldest, key) => Math.min(oldest, key), Number.MAX_VALUE);
  const start = after === null ? null : keyOfPosition(after);
  const at = start === null ? -1 : ranked.indexOf(start);
  const inRest = start !== null && at === -1 && !all && start < oldestRanked;
  const begin = inRest ? ranked.length : at + 1;
  const keys = ranked.slice(begin, begin + limit + 1);
  if (!all && keys.length <= limit) {
    const behind = inRest ? start : oldestRanked;
    keys.push(...take(walkKeys(search, sought, "newest", behind, check), limit + 1 - keys.length));
  }
  const place = inRest ? restBefore(search, sought, start, oldestRanked, limit, check) : [];
  const before = [...ranked.slice(0, begin), ...place];
  return {
    ...firstOf(keys, limit),
    previous: before.length === 0 ? null : { after: before.at(-limit - 1) ?? null },
    ranked: all ? null : ranked.length,
  };
}

/** The unranked hits down to the key `start`, at most a page's worth and one more, in the order of the list. */
function restBefore(
  search: Search,
  sought: Sought,
  start: number,
  oldestRanked: number,
  limit: number,
  check: CheckTime,
): number[] {
  const rest = { ...sought, high: Math.min(sought.high, oldestRanked - 1) };
  return take(walkKeys(search, rest, "oldest", start - 1, check), limit + 1).reverse();
}

function firstOf(keys: number[], limit: number): Pick<KeyPage, "keys" | "next"> {
  const last = keys[limit - 1];
  const more = last !== undefined && keys.length > limit;
  return { keys: keys.slice(0, limit), next: more ? { after: last } : null };
}

export function take<Item>(items: Iterable<Item>, most: number): Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    taken.push(item);
    if (taken.length >= most) break;
  }
  return taken;
}
