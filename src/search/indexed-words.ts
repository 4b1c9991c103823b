import { type Stemmer, stemmerFor } from "./stemmers.ts";
import { WordMemory } from "./word-memory.ts";
import { endOfWord, readWord, startOfWord } from "./words.ts";

/** What a search index holds of a text: folded words with a space between them. */
export interface IndexedWords {
  /** Every word, in order: phrases are looked for here. */
  words: string;
  /** The stems that differ from their words, each once, in no order. */
  stems: string;
}

/** What stands in the index for a word. */
interface IndexedForms {
  /** `""` where nothing of it can be looked up. */
  folded: string;
  /** `""` where it does not differ. */
  stem: string;
}

interface Reading {
  /** In the memory. */
  number: number;
  read: (written: string) => IndexedForms;
}

const memory = new WordMemory<IndexedForms>();
const readings = new Map<Stemmer | null, Reading>();

/** The words of a text in that language, as a search index takes them. */
export function indexedWords(text: string, language: string): IndexedWords {
  const { number, read } = readingBy(stemmerFor(language));
  const words: string[] = [];
  const stems = new Set<string>();
  let end = 0;
  for (;;) {
    const start = startOfWord(text, end);
    if (start === text.length) break;
    end = endOfWord(text, start);
    const { folded, stem } = memory.find(number, text, start, end, read);
    if (folded !== "") words.push(folded);
    if (stem !== "") stems.add(stem);
  }
  return { words: words.join(" "), stems: [...stems].join(" ") };
}

function readingBy(stemmer: Stemmer | null): Reading {
  const known = readings.get(stemmer);
  if (known) return known;
  const read = (written: string) => formsOf(written, stemmer);
  const reading = { number: readings.size, read };
  readings.set(stemmer, reading);
  return reading;
}

function formsOf(written: string, stemmer: Stemmer | null): IndexedForms {
  const { bare, folded, alone } = readWord(written);
  if (stemmer === null || alone || folded === "") return { folded, stem: "" };
  const stem = stemmer(bare);
  return { folded, stem: stem === folded ? "" : stem };
}
