/** How many words are remembered, and how many bytes they may have in all. */
const MOST_WORDS = 1 << 19;
const MOST_LETTERS = 16 * MOST_WORDS;
const SLOTS = 2 * MOST_WORDS;

/** In lower case where it is a letter of ASCII. */
const LOWER = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte,
);

/** The hash of a word's beginning, before its first byte. */
export function firstHash(language: number): number {
  return 0x811c9dc5 ^ language;
}

/** The hash of a word's beginning and its next byte (FNV-1a). */
export function nextHash(hash: number, byte: number): number {
  return Math.imul(hash ^ lower(byte), 0x01000193);
}

/** The byte of UTF-8, in lower case where it is a letter of ASCII. */
export function lower(byte: number): number {
  return LOWER[byte] as number;
}

/**
 * A number for each word, by number of its language; the case of ASCII letters does not count. Words repeat (Zipf's law), and
 * nearly all of an import's are looked up here: straight from the text's UTF-8, without a string for each. What belongs
 * together lies together, because reading from memory is what a look-up costs.
 */
export class WordMemory {
  /** Two by two, by a word's hash or in the next free slot: the hash, and the word's place among the words; 0 where none is. */
  readonly #slots = new Int32Array(2 * SLOTS);
  /** Four by four: the language, the start of the letters, their number, what was found. The first four are of no word. */
  readonly #words = new Int32Array(4 * (MOST_WORDS + 1));
  readonly #letters = new Uint8Array(MOST_LETTERS);
  #count = 0;
  #lettersEnd = 0;

  /**
   * What is remembered of the word from `start` to `end` of the text (not included) with that hash; at its first time what
   * `ask` says, an integer of 32 bits.
   */
  find(
    language: number,
    hash: number,
    utf8: Buffer,
    start: number,
    end: number,
    ask: (word: string) => number,
  ): number {
    let slot = slotOf(hash);
    for (;;) {
      const word = this.#slots[slot + 1] as number;
      if (word === 0) break;
      if (this.#slots[slot] === hash && this.#isAt(word, language, utf8, start, end)) {
        return this.#words[word + 3] as number;
      }
      slot = (slot + 2) % (2 * SLOTS);
    }
    const found = ask(utf8.toString("utf8", start, end));
    if (this.#count === MOST_WORDS || this.#lettersEnd + end - start > MOST_LETTERS) this.forget();
    else this.#remember(slot, language, hash, utf8, start, end, found);
    return found;
  }

  #isAt(word: number, language: number, utf8: Uint8Array, start: number, end: number): boolean {
    const length = end - start;
    if (this.#words[word] !== language || this.#words[word + 2] !== length) return false;
    const begin = this.#words[word + 1] as number;
    for (let at = 0; at < length; at++) {
      if (this.#letters[begin + at] !== lower(utf8[start + at] as number)) return false;
    }
    return true;
  }

  #remember(
    slot: number,
    language: number,
    hash: number,
    utf8: Uint8Array,
    start: number,
    end: number,
    found: number,
  ): void {
    this.#count++;
    const begin = this.#lettersEnd;
    for (let at = start; at < end; at++) {
      this.#letters[this.#lettersEnd++] = lower(utf8[at] as number);
    }
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = 4 * this.#count;
    this.#words.set([language, begin, end - start, found], 4 * this.#count);
  }

  /** Makes room where there is no more: words that come often are soon back. */
  forget(): void {
    this.#slots.fill(0);
    this.#count = 0;
    this.#lettersEnd = 0;
  }
}

/** The hash's high bits are mixed into the low ones. */
function slotOf(hash: number): number {
  return 2 * (((hash ^ (hash >>> 15)) >>> 0) % SLOTS);
}
