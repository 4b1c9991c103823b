import type { Corpus } from "../corpus/corpus.ts";
import { FIRST_YEAR, LAST_YEAR } from "../corpus/made-date.ts";
import { between, oneOf, type Random, seededRandom, seedOf } from "../corpus/random.ts";
import { wordOf } from "../corpus/vocabulary.ts";
import type { FigureName } from "../figures.ts";
import { BAND_NAMES, type DrawWord, wordsInBands } from "./bands.ts";

/** One search, as a reader types it. */
export interface SearchCase {
  typed: string;
  /** A year or month as `2023` or `2023-01`; `null`: any time. */
  period: string | null;
}

/** Searches of one kind. */
export interface QueryClass {
  name: string;
  figure: FigureName;
  ask: "newest" | "relevance" | "counts";
  cases: SearchCase[];
}

/** Makes one search. */
type Draw = (random: Random) => SearchCase;

/** Searches of every kind, `count` of each: the same ones for a seed, none of them the same as with another seed but by chance. */
export function queryClasses(corpus: Corpus, count: number, seed: number): QueryClass[] {
  const word = wordsInBands(corpus.frequencies, corpus.size);
  const any = (random: Random) => word(random, oneOf(random, BAND_NAMES));
  const two = (random: Random) => `${any(random)} ${any(random)}`;
  const either = (random: Random) => `${any(random)} OR ${any(random)}`;
  let made = 0;
  const kind = (name: string, figure: FigureName, ask: QueryClass["ask"], draw: Draw) => {
    const random = seededRandom(seedOf(seed, made++));
    return { name, figure, ask, cases: Array.from({ length: count }, () => draw(random)) };
  };
  const always = (draw: (random: Random) => string): Draw => {
    return (random) => ({ typed: draw(random), period: null });
  };
  const within = (draw: (random: Random) => string, period: (random: Random) => string): Draw => {
    return (random) => ({ typed: draw(random), period: period(random) });
  };
  return [
    ...BAND_NAMES.map((band) =>
      kind(
        `one ${band} word`,
        "newest",
        "newest",
        always((random) => word(random, band)),
      ),
    ),
    kind("two words", "newest", "newest", always(two)),
    kind("two alternatives", "newest", "newest", always(either)),
    kind("one word within a year", "newestInPeriod", "newest", within(any, madeYear)),
    kind("two words within a year", "newestInPeriod", "newest", within(two, madeYear)),
    kind("alternatives within a year", "newestInPeriod", "newest", within(either, madeYear)),
    kind("one word within a month", "newestInPeriod", "newest", within(any, madeMonth)),
    kind("two words within a month", "newestInPeriod", "newest", within(two, madeMonth)),
    ...BAND_NAMES.map((band) =>
      kind(
        `${band} word`,
        "bestMatch",
        "relevance",
        always((random) => word(random, band)),
      ),
    ),
    kind(
      "phrase",
      "phraseOrPrefix",
      "newest",
      always((random) => phrase(corpus, random)),
    ),
    kind(
      "prefix",
      "phraseOrPrefix",
      "newest",
      always((random) => prefix(random, word)),
    ),
    kind("two words", "counts", "counts", always(two)),
  ];
}

function madeYear(random: Random): string {
  return String(between(random, FIRST_YEAR, LAST_YEAR));
}

function madeMonth(random: Random): string {
  return `${madeYear(random)}-${String(between(random, 1, 12)).padStart(2, "0")}`;
}

/** Two words that follow each other in some statement. */
function phrase(corpus: Corpus, random: Random): string {
  const { ranks } = corpus.statement(between(random, 0, corpus.size - 1));
  const at = between(random, 0, ranks.length - 2);
  return `"${wordOf(ranks[at] as number)} ${wordOf(ranks[at + 1] as number)}"`;
}

/** The first three letters of a word that has more. */
function prefix(random: Random, word: DrawWord): string {
  for (;;) {
    const drawn = word(random, oneOf(random, BAND_NAMES));
    if (drawn.length > 3) return `${drawn.slice(0, 3)}*`;
  }
}
