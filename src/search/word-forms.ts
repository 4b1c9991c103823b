import { primaryLanguage, stemmerFor } from "./stemmers.ts";
import { wordsOf } from "./words.ts";

/** Words to be found in a row in an index of `indexedWords`. */
export interface WordForm {
  /** Which of the index's columns hold them. */
  of: "words" | "stems";
  /** Folded words, or one stem. */
  row: string[];
  /** The last word may go on. */
  prefix: boolean;
  /** Statements in these languages (`primaryLanguage`) only; `null` for all. */
  languages: string[] | null;
}

/** The row of words as they stand in the index. Empty where they hold no letter and no digit. */
export function rowForm(words: readonly string[], prefix: boolean): WordForm {
  const read = words.flatMap((word) => [...wordsOf(word)]);
  // A letter that is a word by itself never goes on.
  const goesOn = prefix && read.at(-1)?.alone === false;
  return { of: "words", row: read.map(({ folded }) => folded), prefix: goesOn, languages: null };
}

/**
 * What other forms of the word stand as in the index of an archive in those languages (BCP 47 tags). A form counts in
 * statements of the language in which it is one: "new" is German for "news", and no other form of it in English.
 */
export function stemForms(word: string, languages: readonly string[]): WordForm[] {
  const [only, second] = [...wordsOf(word)];
  if (!only || second || only.alone) return [];
  const all = [...new Set(languages.map(primaryLanguage))];
  const stemmed = all.filter((language) => stemmerFor(language));
  const forms: WordForm[] = [];
  for (const [stem, those] of byStem(only.bare, stemmed)) {
    const stems = those.length === stemmed.length ? null : those;
    forms.push({ of: "stems", row: [stem], prefix: false, languages: stems });
    // A word that is its own stem stands among the words alone.
    const own = those.filter((language) => stemmerFor(language)?.(stem) === stem);
    if (stem === only.folded || own.length === 0) continue;
    const words = own.length === all.length ? null : own;
    forms.push({ of: "words", row: [stem], prefix: false, languages: words });
  }
  return forms;
}

function byStem(word: string, languages: readonly string[]): Map<string, string[]> {
  const stems = new Map<string, string[]>();
  for (const language of languages) {
    const stem = stemmerFor(language)?.(word);
    if (stem) stems.set(stem, [...(stems.get(stem) ?? []), language]);
  }
  return stems;
}
