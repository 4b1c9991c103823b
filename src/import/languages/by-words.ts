/** What it takes to be sure of a language. */
export interface Certainty {
  /** The share of small words in the text. */
  share: number;
  /** How many different ones: a few short ones are found in any text. */
  different: number;
}

/** Where nothing but the words speaks for a language. */
const BY_WORDS_ALONE: Certainty = { share: 0.2, different: 5 };
/** The best language has this many times as many small words as the next. */
const CLEAR = 1.15;
/** And this many times as many as one that is only in the lists so that it is not taken for another. */
const CLEAR_OF_RARE = 1.03;
const FEWEST_WORDS = 12;

/** Languages that are never certain: too near to a neighbour, or known here by too few words. */
export const NEVER_CERTAIN: ReadonlySet<string> = new Set(
  "gl sco oc ht hr id nb da sl so sw eo cy ga ku uz tk af ps ckb sr be mk eu".split(" "),
);

/** Every small word with the tags of the languages that have it. */
export type SmallWords = ReadonlyMap<string, readonly string[]>;

/** `lists` has the small words of a language, with spaces between them, by its tag. */
export function smallWords(lists: Readonly<Record<string, string>>): SmallWords {
  const tags = new Map<string, string[]>();
  for (const [tag, list] of Object.entries(lists)) {
    for (const word of new Set(list.split(" "))) tags.set(word, [...(tags.get(word) ?? []), tag]);
  }
  return tags;
}

/** How often something stands in the text, and how often of that in its second half. */
interface Times {
  count: number;
  late: number;
}

/** A language's small words in the text. */
interface Tally extends Times {
  different: number;
}

/** The small words among the words of the text, each once. */
function smallWordsAmong(words: readonly string[], known: SmallWords): Map<string, Times> {
  const middle = Math.ceil(words.length / 2);
  const found = new Map<string, Times>();
  for (const [index, word] of words.entries()) {
    if (!known.has(word)) continue;
    const late = index >= middle ? 1 : 0;
    const times = found.get(word);
    if (!times) found.set(word, { count: 1, late });
    else {
      times.count++;
      times.late += late;
    }
  }
  return found;
}

function tallies(found: ReadonlyMap<string, Times>, known: SmallWords): Map<string, Tally> {
  const byTag = new Map<string, Tally>();
  for (const [word, { count, late }] of found) {
    for (const tag of known.get(word) ?? []) {
      const tally = byTag.get(tag) ?? { count: 0, late: 0, different: 0 };
      tally.count += count;
      tally.late += late;
      tally.different++;
      byTag.set(tag, tally);
    }
  }
  return byTag;
}

/** Whether no other language has more small words in either half: a text in two languages has a half where one does. */
function leads(best: Tally, found: ReadonlyMap<string, Tally>): boolean {
  return [...found].every(
    ([tag, { count, late }]) =>
      NEVER_CERTAIN.has(tag) || (late <= best.late && count - late <= best.count - best.late),
  );
}

/**
 * The language whose small words make up most of the text: `null` where they are few, where another language comes near,
 * or where the text has fewer than 12 words.
 */
export function languageByWords(
  text: string,
  known: SmallWords,
  enough: Certainty = BY_WORDS_ALONE,
): string | null {
  const words =
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{M}'‘-]+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return null;
  const byTag = tallies(smallWordsAmong(words, known), known);
  const found = [...byTag].sort((one, other) => other[1].count - one[1].count);
  const [best, tally] = found[0] ?? [];
  if (best === undefined || tally === undefined) return null;
  if (tally.count < enough.share * words.length || tally.different < enough.different) return null;
  const margin = (tag: string) => (NEVER_CERTAIN.has(tag) ? CLEAR_OF_RARE : CLEAR);
  const isClear = found.every(
    ([tag, { count }]) => tag === best || tally.count >= count * margin(tag),
  );
  return isClear && leads(tally, byTag) ? best : null;
}
