/** How many words are remembered, and how many UTF-16 code units they may have in all. */
const MOST_WORDS = 1 << 17;
const MOST_LETTERS = 12 * MOST_WORDS;
const SLOTS = 2 * MOST_WORDS;

/**
 * What was found out about words, by number of their language; the case of ASCII letters does not count. Words repeat (Zipf's
 * law), and nearly all of an import's are looked up here: straight from the text, without a string for each, in less than
 * half the time of a `Map`.
 */
export class WordMemory<Found> {
  /** By a word's hash, or in the next free slot: its number, counted from 1; 0 where none is. */
  readonly #slots = new Int32Array(SLOTS);
  /** By number: the language, the end of its letters, what was found. */
  readonly #languages = new Uint8Array(MOST_WORDS + 1);
  readonly #ends = new Int32Array(MOST_WORDS + 1);
  readonly #found: Found[] = [];
  readonly #letters = new Uint16Array(MOST_LETTERS);
  #count = 0;

  /** What is remembered of the word from `start` to `end` of the text (not included); at its first time what `ask` says. */
  find(
    language: number,
    text: string,
    start: number,
    end: number,
    ask: (word: string) => Found,
  ): Found {
    let slot = hashOf(text, start, end, language);
    for (let number = this.#slots[slot]; number; number = this.#slots[slot]) {
      if (this.#languages[number] === language && this.#isAt(number, text, start, end)) {
        return this.#found[number - 1] as Found;
      }
      slot = (slot + 1) % SLOTS;
    }
    const found = ask(ownCopy(text.slice(start, end)));
    this.#remember(slot, language, text, start, end, found);
    return found;
  }

  #isAt(number: number, text: string, start: number, end: number): boolean {
    const begin = this.#ends[number - 1] as number;
    const length = (this.#ends[number] as number) - begin;
    if (length !== end - start) return false;
    for (let at = 0; at < length; at++) {
      if (this.#letters[begin + at] !== letterAt(text, start + at)) return false;
    }
    return true;
  }

  /** Where there is no more room, all words are forgotten: those that come often are soon back. */
  #remember(
    slot: number,
    language: number,
    text: string,
    start: number,
    end: number,
    found: Found,
  ): void {
    const begin = this.#ends[this.#count] as number;
    if (this.#count === MOST_WORDS || begin + end - start > MOST_LETTERS) {
      this.#forget();
      return;
    }
    this.#count++;
    for (let at = start; at < end; at++) this.#letters[begin + at - start] = letterAt(text, at);
    this.#slots[slot] = this.#count;
    this.#languages[this.#count] = language;
    this.#ends[this.#count] = begin + end - start;
    this.#found.push(found);
  }

  #forget(): void {
    this.#slots.fill(0);
    this.#found.length = 0;
    this.#count = 0;
  }
}

/** A slot for the word: FNV-1a, with its high bits mixed into the low ones. */
function hashOf(text: string, start: number, end: number, language: number): number {
  let hash = 0x811c9dc5 ^ language;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ letterAt(text, at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % SLOTS;
}

/** The code unit there, in lower case where it is of ASCII. */
function letterAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
}

/** A part of a long string keeps the whole of it in memory; engines copy short ones. */
function ownCopy(word: string): string {
  return word.length < 13 ? word : Buffer.from(word, "utf8").toString("utf8");
}
