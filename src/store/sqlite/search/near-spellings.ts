import { editDistance } from "../../../search/edit-distance.ts";
import { wordsOf } from "../../../search/words.ts";
import { EVERYTHING } from "../../../statements/statement-filter.ts";
import type { NameCount } from "../../store.ts";
import { rowOf, rowsOf } from "../prepare.ts";
import type { CheckTime } from "./deadline.ts";
import type { Search, Sought } from "./search.ts";
import { wordTableOf } from "./spans.ts";
import { countFound, walkKeys } from "./walk.ts";

const MOST_SHOWN = 5;

/** Nearest words that are counted, to show the commonest of them. */
const MOST_COUNTED = 10;

/** Nobody mistypes a word that is longer. */
const LONGEST = 40;

/** How long the archive's words are gone through, newest span first. */
const LOOKING_MS = 60;

/** See `Store.nearSpellings`. */
export function nearSpellings(search: Search, word: string, check: CheckTime): NameCount[] {
  const [only, second] = [...wordsOf(word)];
  const length = only ? [...only.folded].length : 0;
  if (!only || second || length < 3 || length > LONGEST) return [];
  const near = [...nearWords(search, only.folded, length < 5 ? 1 : 2)].sort(byDistance);
  const counted = near.slice(0, MOST_COUNTED).map(([name, { off }]) => ({
    name,
    off,
    count: countExactly(search, name, check),
  }));
  return counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.off - b.off || b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_SHOWN)
    .map(({ name, count }) => ({ name: writtenForm(search, name, check), count }));
}

interface Near {
  off: number;
  /** In the spans that were gone through. */
  count: number;
}

function byDistance([a, nearA]: [string, Near], [b, nearB]: [string, Near]): number {
  return nearA.off - nearB.off || nearB.count - nearA.count || (a < b ? -1 : 1);
}

function nearWords(search: Search, folded: string, most: number): Map<string, Near> {
  const near = new Map<string, Near>();
  const end = performance.now() + LOOKING_MS;
  for (const span of search.spansNewestFirst()) {
    const sql = `SELECT term, doc FROM ${wordTableOf(span)}
      WHERE term >= ? AND term < ? AND col IN ('title', 'words')`;
    for (const beginning of beginnings(folded)) {
      if (performance.now() > end) return near;
      const rows = rowsOf<{ term: string; doc: number }>(
        search.prepare(sql),
        beginning,
        `${beginning}\u{10ffff}`,
      );
      for (const { term, doc } of rows) {
        // Cheap to see, and true of most: letters are one or two units long.
        if (Math.abs(term.length - folded.length) > 2 * most) continue;
        const off = editDistance(folded, term, most);
        if (off === 0 || off > most) continue;
        const known = near.get(term);
        if (known) known.count += doc;
        else near.set(term, { off, count: doc });
      }
    }
  }
  return near;
}

/**
 * The two letters with which words are looked for: those of the word itself, and those that it would have with its first
 * two letters swapped, or one of its first three left out. Few are mistyped in another way at their beginning.
 */
function beginnings(folded: string): Set<string> {
  const [first = "", second = "", third = ""] = [...folded];
  return new Set([first + second, second + first, first + third, second + third]);
}

function countExactly(search: Search, word: string, check: CheckTime): number {
  const sought = seekWord(search, word);
  return sought ? countFound(search, sought, check) : 0;
}

/** As the newest statement with it writes it: in small letters where it does so even once, since any word may begin a sentence. */
function writtenForm(search: Search, word: string, check: CheckTime): string {
  const sought = seekWord(search, word);
  const [key] = sought ? walkKeys(search, sought, "newest", null, check) : [];
  const written = key === undefined ? [] : [...formsAt(search, key, word)];
  return written.find((form) => form === form.toLowerCase()) ?? written[0] ?? word;
}

function* formsAt(search: Search, key: number, word: string): Generator<string> {
  const sql = `SELECT s.headline, w.text FROM statement s JOIN revision w ON w.number = s.wording
    WHERE s.key = ?`;
  const row = rowOf<{ headline: string; text: string }>(search.prepare(sql), key);
  for (const { folded, bare } of wordsOf(`${row?.text} ${row?.headline}`)) {
    if (folded === word) yield bare;
  }
}

function seekWord(search: Search, word: string): Sought | null {
  const term = { words: [word], exact: true, prefix: false };
  return search.seek({ query: { all: [[term]], none: [] }, filter: EVERYTHING });
}
