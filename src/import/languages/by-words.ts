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

/** A small word of the text, the languages that have it, and whether it stands in the text's second half. */
interface Found {
  word: string;
  tags: readonly string[];
  late: boolean;
}

interface Tally {
  count: number;
  different: Set<string>;
}

function smallWordsAmong(words: readonly string[], known: SmallWords): Found[] {
  const middle = Math.ceil(words.length / 2);
  const found: Found[] = [];
  words.forEach((word, index) => {
    const tags = known.get(word);
    if (tags) found.push({ word, tags, late: index >= middle });
  });
  return found;
}

function tallies(found: readonly Found[]): Map<string, Tally> {
  const byTag = new Map<string, Tally>();
  for (const { word, tags } of found) {
    for (const tag of tags) {
      const tally = byTag.get(tag) ?? { count: 0, different: new Set() };
      tally.count++;
      tally.different.add(word);
      byTag.set(tag, tally);
    }
  }
  return byTag;
}

/** Whether no other language has more small words in this part: a text in two languages has a part where one does. */
function leads(best: string, part: readonly Found[]): boolean {
  const found = tallies(part);
  const most = found.get(best)?.count ?? 0;
  return [...found].every(([tag, { count }]) => NEVER_CERTAIN.has(tag) || count <= most);
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
  const small = smallWordsAmong(words, known);
  const found = [...tallies(small)].sort((one, other) => other[1].count - one[1].count);
  const [best, tally] = found[0] ?? [];
  if (best === undefined || tally === undefined) return null;
  if (tally.count < enough.share * words.length || tally.different.size < enough.different)
    return null;
  const margin = (tag: string) => (NEVER_CERTAIN.has(tag) ? CLEAR_OF_RARE : CLEAR);
  const isClear = found.every(
    ([tag, { count }]) => tag === best || tally.count >= count * margin(tag),
  );
  const halves = [small.filter(({ late }) => !late), small.filter(({ late }) => late)];
  return isClear && halves.every((half) => leads(best, half)) ? best : null;
}
