import snowball from "snowball-stemmers";
import { fold } from "./fold.ts";

/** The Snowball algorithm for a language's word forms. Azerbaijani has none of its own and takes its close relative's. */
const ALGORITHMS: Record<string, string> = {
  ar: "arabic",
  az: "turkish",
  ca: "catalan",
  cs: "czech",
  da: "danish",
  de: "german",
  en: "english",
  es: "spanish",
  eu: "basque",
  fi: "finnish",
  fr: "french",
  ga: "irish",
  hu: "hungarian",
  hy: "armenian",
  it: "italian",
  nb: "norwegian",
  nl: "dutch",
  nn: "norwegian",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sl: "slovene",
  sv: "swedish",
  ta: "tamil",
  tr: "turkish",
};

/** A word's stem, folded; words of one stem are forms of one word. */
export type Stemmer = (word: string) => string;

/** Words repeat (Zipf's law), and stemming one takes 10 microseconds: so many, and as many older ones, are remembered. */
const MOST_REMEMBERED = 100_000;

const stemmers = new Map<string, Stemmer>();

/** The stemmer for a BCP 47 language tag, or `null` where the language has none: its words are looked up as written. */
export function stemmerFor(language: string): Stemmer | null {
  const algorithm = ALGORITHMS[primaryLanguage(language)];
  if (algorithm === undefined) return null;
  const known = stemmers.get(algorithm) ?? rememberingStemmer(algorithm);
  stemmers.set(algorithm, known);
  return known;
}

/** The language of a BCP 47 tag without script and region, in lower case: `zh` of `zh-Hant`. */
export function primaryLanguage(language: string): string {
  return language.split("-", 1)[0]?.toLowerCase() ?? "";
}

function rememberingStemmer(algorithm: string): Stemmer {
  const snowballStemmer = snowball.newStemmer(algorithm);
  let recent = new Map<string, string>();
  let older = new Map<string, string>();
  return (word) => {
    const known = recent.get(word);
    if (known !== undefined) return known;
    const stem = older.get(word) ?? fold(snowballStemmer.stem(word.toLowerCase().normalize("NFC")));
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
