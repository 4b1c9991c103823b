import { createStemmer } from "multilingual-stemmer";
import { fold } from "./fold.ts";

type Algorithm = Extract<Parameters<typeof createStemmer>[0], string>;

/** The languages for whose word forms Snowball has rules. */
const ALGORITHMS: ReadonlySet<string> = new Set<Algorithm>([
  ..."ar ca cs da de el en eo es et eu fa fi fr ga hi hu hy id it".split(" "),
  ..."lt ne nl no pl pt ro ru sr st sv ta tr yi".split(" "),
] as Algorithm[]);

/** Languages that take the rules of another: the two ways of writing Norwegian, and Azerbaijani those of its close relative. */
const RULES_OF: Readonly<Record<string, Algorithm>> = { az: "tr", nb: "no", nn: "no" };

/** A word's stem, folded, and never empty; words of one stem are forms of one word. */
export type Stemmer = (word: string) => string;

/** Words repeat (Zipf's law): so many, and as many older ones, are remembered. */
const MOST_REMEMBERED = 100_000;

const stemmers = new Map<string, Stemmer>();

/** The stemmer for a BCP 47 language tag, or `null` where the language has none: its words are looked up as written. */
export function stemmerFor(language: string): Stemmer | null {
  const primary = primaryLanguage(language);
  const algorithm = RULES_OF[primary] ?? primary;
  if (!isAlgorithm(algorithm)) return null;
  const known = stemmers.get(algorithm) ?? rememberingStemmer(algorithm);
  stemmers.set(algorithm, known);
  return known;
}

/** The language of a BCP 47 tag without script and region, in lower case: `zh` of `zh-Hant`. */
export function primaryLanguage(language: string): string {
  return language.split("-", 1)[0]?.toLowerCase() ?? "";
}

function isAlgorithm(language: string): language is Algorithm {
  return ALGORITHMS.has(language);
}

function rememberingStemmer(algorithm: Algorithm): Stemmer {
  const stemOf = createStemmer(algorithm);
  let recent = new Map<string, string>();
  let older = new Map<string, string>();
  return (word) => {
    const known = recent.get(word);
    if (known !== undefined) return known;
    // A word of which the rules leave nothing is its own stem.
    const stem =
      older.get(word) ?? (fold(stemOf(word.toLowerCase().normalize("NFC"))) || fold(word));
    if (recent.size >= MOST_REMEMBERED) {
      older = recent;
      recent = new Map();
    }
    recent.set(ownCopy(word), ownCopy(stem));
    return stem;
  };
}

/** A part of a long string keeps the whole of it in memory; engines copy short ones. */
function ownCopy(word: string): string {
  return word.length < 13 ? word : Buffer.from(word, "utf16le").toString("utf16le");
}
