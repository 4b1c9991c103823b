import type { WordForm } from "../../../search/word-forms.ts";

type Column = WordForm["of"];

/** So many bits for each word: of the words that are not there, one in forty is taken for one that is. */
const BITS_A_WORD = 8;
const PROBES = 4;

const SEEDS: Record<Column, number> = { words: 0x811c9dc5, stems: 0x9dc5811c };

/**
 * A Bloom filter of words and stems: it says of most that it does not hold that they are not there, and of none that it holds.
 * An archive of a million statements has forty spans, of which a rare word is in few.
 */
export class WordFilter {
  /** To be stored, and read again by the constructor. */
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** An empty one, for so many words and stems. */
  static ofSize(words: number): WordFilter {
    return new WordFilter(Buffer.alloc(Math.ceil((words * BITS_A_WORD) / 8) + 8));
  }

  add(column: Column, word: string): void {
    for (const bit of this.#bitsOf(column, word)) {
      (this.bytes[bit >>> 3] as number) |= 1 << (bit & 7);
    }
  }

  /** Whether a row of these words may be there. The beginning of a word says nothing. */
  mayHold({ of, row, prefix }: WordForm): boolean {
    const whole = prefix ? row.slice(0, -1) : row;
    return whole.every((word) => this.#has(of, word));
  }

  #has(column: Column, word: string): boolean {
    const isSet = (bit: number) => ((this.bytes[bit >>> 3] as number) & (1 << (bit & 7))) !== 0;
    return this.#bitsOf(column, word).every(isSet);
  }

  #bitsOf(column: Column, word: string): number[] {
    const size = 8 * this.bytes.length;
    const hash = hashOf(word, SEEDS[column]);
    const step = hashOf(word, ~SEEDS[column]) | 1;
    return Array.from({ length: PROBES }, (_, probe) => ((hash + probe * step) >>> 0) % size);
  }
}

/** FNV-1a over UTF-16 code units, with its high bits mixed into the low ones. */
function hashOf(word: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
