import { stemmerFor } from "./stemmers.ts";
import { wordsOf } from "./words.ts";

/** What a search index holds of a text: folded words with a space between them. */
export interface IndexedWords {
  /** Every word, in order: phrases are looked for here. */
  words: string;
  /** The stems that differ from their words, each once, in no order. */
  stems: string;
}

/** The words of a text in that language, as a search index takes them. */
export function indexedWords(text: string, language: string): IndexedWords {
  const stem = stemmerFor(language);
  const words: string[] = [];
  const stems = new Set<string>();
  for (const { bare, folded, alone } of wordsOf(text)) {
    words.push(folded);
    if (!stem || alone) continue;
    const stemmed = stem(bare);
    if (stemmed !== folded) stems.add(stemmed);
  }
  return { words: words.join(" "), stems: [...stems].join(" ") };
}
