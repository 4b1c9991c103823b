import { createStemmer } from "multilingual-stemmer";
import { fold } from "./fold.ts";

type Algorithm = Extract<Parameters<typeof createStemmer>[0], string>;

/** The languages for whose word forms Snowball has rules. */
const ALGORITHMS: ReadonlySet<string> = new Set<Algorithm>([
  ..."ar ca cs da de el en eo es et eu fa fi fr ga hi hu hy id it".split(" "),
  ..."lt ne nl no pl pt ro ru sr st sv ta tr yi".split(" "),
] as Algorithm[]);

/** Letters of a language that takes another's rules, as that one writes them in the same endings. A word's first letter stays the one it is looked up under. */
const WRITTEN_AS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  az: [
    [/ə/g, "e"],
    [/(?<!^)q/g, "k"],
  ],
};

/** Languages that take the rules of another: the two ways of writing Norwegian, and Azerbaijani those of its close relative. */
const RULES_OF: Readonly<Record<string, Algorithm>> = { az: "tr", nb: "no", nn: "no" };

/** A word's stem, folded, and never empty; words of one stem are forms of one word. */
export type Stemmer = (word: string) => string;

const stemmers = new Map<string, Stemmer>();

/** The stemmer, always the same one, for a BCP 47 language tag, or `null` where the language has none: its words are looked up as written. */
export function stemmerFor(language: string): Stemmer | null {
  const primary = primaryLanguage(language);
  const algorithm = RULES_OF[primary] ?? primary;
  if (!isAlgorithm(algorithm)) return null;
  const known = stemmers.get(primary) ?? stemmerOf(algorithm, WRITTEN_AS[primary] ?? []);
  stemmers.set(primary, known);
  return known;
}

/** The language of a BCP 47 tag without script and region, in lower case: `zh` of `zh-Hant`. */
export function primaryLanguage(language: string): string {
  return language.split("-", 1)[0]?.toLowerCase() ?? "";
}

function isAlgorithm(language: string): language is Algorithm {
  return ALGORITHMS.has(language);
}

function stemmerOf(
  algorithm: Algorithm,
  writtenAs: readonly (readonly [RegExp, string])[],
): Stemmer {
  const stemOf = createStemmer(algorithm);
  return (word) => {
    const written = writtenAs.reduce(
      (changed, [letter, other]) => changed.replace(letter, other),
      word.toLowerCase().normalize("NFC"),
    );
    // A word of which the rules leave nothing is its own stem.
    return fold(stemOf(written)) || fold(word);
  };
}
