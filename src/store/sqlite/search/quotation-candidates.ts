import { wordsOf } from "../../../search/words.ts";
import type { SearchQuery } from "../../../statements/search-query.ts";
import { EVERYTHING } from "../../../statements/statement-filter.ts";
import { BestKeys } from "./best-keys.ts";
import type { CheckTime } from "./deadline.ts";
import type { Found, Search } from "./search.ts";
import { walkKeys } from "./walk.ts";

/** So many words of a quotation are looked for, the longest, which are mostly the rarest; and the rarest of those weighed. */
const MOST_WORDS = 8;
const MOST_WEIGHED = 5;

/** So many statements are compared with the quotation. */
export const MOST_COMPARED = 60;

/** So many words in a row of a quotation whose words are all too common to tell statements apart. */
const MOST_IN_A_ROW = 12;

/**
 * The keys of the statements that hold the rarest words of the quotation, in whatever order they stand there: most and
 * rarest first, equal ones newest first, at most `MOST_COMPARED`. Where more than that hold all of the words, those that hold them in a row.
 */
export function quotationCandidates(search: Search, typed: string, check: CheckTime): number[] {
  const words = [...new Set(Array.from(wordsOf(typed), ({ folded }) => folded))]
    .sort((one, other) => other.length - one.length)
    .slice(0, MOST_WORDS);
  const held = words.map((word) => statementsHolding(search, word, check));
  const { keys, whole } = bestOf(held, check);
  if (whole <= MOST_COMPARED) return keys;
  return [...new Set([...inARow(search, typed, check), ...keys])].slice(0, MOST_COMPARED);
}

/** The newest statements with the beginning of the quotation as a phrase. */
function inARow(search: Search, typed: string, check: CheckTime): number[] {
  const written = Array.from(wordsOf(typed), ({ start, end }) => typed.slice(start, end));
  const sought = search.seek({ query: exact(written.slice(0, MOST_IN_A_ROW)), filter: EVERYTHING });
  const keys: number[] = [];
  if (!sought) return keys;
  for (const key of walkKeys(search, sought, "newest", null, check)) {
    if (keys.push(key) === MOST_COMPARED) break;
  }
  return keys;
}

function statementsHolding(search: Search, word: string, check: CheckTime): Found[] {
  const sought = search.seek({ query: exact([word]), filter: EVERYTHING });
  return sought ? [...search.found(sought, "newest", check)] : [];
}

function exact(words: string[]): SearchQuery {
  return { all: [[{ words, exact: true, prefix: false }]], none: [] };
}

/** The statements in which most and the rarest of the words stand; `whole`: how many hold all that were weighed. */
function bestOf(held: Found[][], check: CheckTime): { keys: number[]; whole: number } {
  const weighed = held
    .map((found) => ({ found, count: countOf(found) }))
    .sort((one, other) => one.count - other.count)
    .slice(0, MOST_WEIGHED);
  // A word that one statement holds says more than one that a thousand do.
  const weights = weighed.map(({ count }) => 1 / Math.log2(count + 2));
  const most = weights.reduce((sum, weight) => sum + weight, 0) - ROUNDING;
  const best = new BestKeys(MOST_COMPARED);
  let whole = 0;
  const sums = sumsBySpan(
    weighed.map(({ found }) => found),
    weights,
  );
  for (const { columns, scores } of sums) {
    check();
    for (const [entry, score] of scores.entries()) {
      if (score === 0) continue;
      if (score >= most) whole++;
      best.add(columns.keys[entry] as number, score);
    }
  }
  return { keys: best.inOrder(), whole };
}

const ROUNDING = 1e-9;

function countOf(found: Found[]): number {
  return found.reduce((sum, { entries }) => sum + entries.count(), 0);
}

/** For each span in which one of the words was found, the sum of the weights of those that each of its statements holds. */
function sumsBySpan(held: Found[][], weights: number[]) {
  const bySpan = new Map<number, { columns: Found["columns"]; scores: Float64Array }>();
  for (const [index, found] of held.entries()) {
    const weight = weights[index] as number;
    for (const { span, columns, entries } of found) {
      const known = bySpan.get(span.number);
      const scores = known?.scores ?? new Float64Array(entries.size);
      if (!known) bySpan.set(span.number, { columns, scores });
      addTo(scores, entries, weight);
    }
  }
  return bySpan.values();
}

function addTo(scores: Float64Array, entries: Found["entries"], weight: number): void {
  let entry = entries.firstFrom(0);
  while (entry !== -1) {
    scores[entry] = (scores[entry] as number) + weight;
    entry = entry + 1 === entries.size ? -1 : entries.firstFrom(entry + 1);
  }
}
