import type { SearchQuery, SearchTerm } from "../statements/search-query.ts";
import { fold } from "./fold.ts";
import { stemmerFor } from "./stemmers.ts";
import { type Word, wordsOf } from "./words.ts";

/** A stretch of a text that was looked for: UTF-16 offsets, `end` not included. */
export interface Match {
  start: number;
  end: number;
  /** Which of the query's groups it answers. */
  group: number;
}

/** Finds what a query looks for in a text of that language (BCP 47), in order, none overlapping. */
export type Matcher = (text: string, language: string) => Match[];

/** The words of `text` that answer the query, in order, none overlapping; words that must not be there find nothing. */
export function findMatches(text: string, query: SearchQuery, language: string): Match[] {
  return matcherFor(query)(text, language);
}

/** A matcher that remembers what it learnt of words: cheaper than `findMatches` for many texts. */
export function matcherFor(query: SearchQuery): Matcher {
  const known = new Map<string, Matcher>();
  return (text, language) => {
    const matcher = known.get(language) ?? matcherIn(query, language);
    known.set(language, matcher);
    return matcher(text, language);
  };
}

/** Whether a word of a text is one that is looked for. */
type WordTest = (word: Word) => boolean;

interface Pattern {
  group: number;
  /** Of words in a row. */
  tests: WordTest[];
}

function matcherIn(query: SearchQuery, language: string): Matcher {
  const terms = query.all.flatMap((group, index) => group.map((term) => ({ term, group: index })));
  const patterns = terms.map(({ term, group }) => ({ group, tests: testsOf(term, language) }));
  const mayBegin = beginningsOf(
    terms.map(({ term }) => term.words[0] ?? ""),
    language,
  );
  const begun = remembered((word) => patterns.filter(({ tests }) => tests[0]?.(word) === true));
  return (text) => {
    const matches: Match[] = [];
    for (const word of wordsOf(text, mayBegin)) {
      if (word.start < (matches.at(-1)?.end ?? 0)) continue;
      const match = longestOf(begun(word), text, word.start);
      if (match) matches.push(match);
    }
    return matches;
  };
}

/** What is true of a word stays true: of each written form it is asked once. */
function remembered<Found>(ask: (word: Word) => Found): (word: Word) => Found {
  const answers = new Map<string, Found>();
  return (word) => {
    const known = answers.get(word.bare);
    if (known !== undefined) return known;
    const found = ask(word);
    answers.set(word.bare, found);
    return found;
  };
}

function testsOf(term: SearchTerm, language: string): WordTest[] {
  const stem = term.exact ? null : stemmerFor(language);
  const wanted = term.words.flatMap((word) => [...wordsOf(word)]);
  return wanted.map(({ bare, folded, alone }, index) => {
    if (term.prefix && index === wanted.length - 1) return (word) => word.folded.startsWith(folded);
    if (stem === null || alone) return (word) => word.folded === folded;
    const stemmed = stem(bare);
    return (word) => word.folded === folded || (!word.alone && stem(word.bare) === stemmed);
  });
}

/** The longest pattern whose words stand in a row from `start`. */
function longestOf(patterns: Pattern[], text: string, start: number): Match | null {
  if (patterns.length === 0) return null;
  const row = firstWords(text.slice(start), Math.max(...patterns.map(({ tests }) => tests.length)));
  let best: Match | null = null;
  for (const { tests, group } of patterns) {
    const end = start + (row[tests.length - 1]?.end ?? 0);
    if (end > (best?.end ?? start) && tests.every((test, index) => test(row[index] as Word))) {
      best = { start, end, group };
    }
  }
  return best;
}

function firstWords(text: string, count: number): Word[] {
  const words: Word[] = [];
  for (const word of wordsOf(text)) if (words.push(word) === count) break;
  return words;
}

/** Languages whose stemmers take away or change beginnings: in them, words of one stem may begin with any letter. */
const CHANGED_BEGINNINGS = /^(?:ar|el|ga|hi|id|lt|ne|nl|sr|st|ta|yi)(?:-|$)/i;

/** Whether a word that begins with this letter can be one of those, or a form of one; unknown for all where it may change. */
function beginningsOf(
  words: string[],
  language: string,
): ((codePoint: number) => boolean) | undefined {
  if (CHANGED_BEGINNINGS.test(language)) return undefined;
  const wanted = new Set(words.flatMap((word) => firstWords(word, 1).map(beginningOf)));
  const known = new Map<number, boolean>();
  return (codePoint) => {
    const before = known.get(codePoint);
    if (before !== undefined) return before;
    const beginning = beginningOf({ folded: fold(String.fromCodePoint(codePoint)) });
    const may = beginning === "" || wanted.has(beginning);
    known.set(codePoint, may);
    return may;
  };
}

/** The first letter, taken apart, as a decomposed syllable begins with its first part. */
function beginningOf({ folded }: Pick<Word, "folded">): string {
  return Array.from(folded.normalize("NFD").slice(0, 2))[0] ?? "";
}
