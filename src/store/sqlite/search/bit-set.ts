/** A set of entries of a span, one bit each. */
export class BitSet {
  readonly words: Uint32Array;
  readonly size: number;

  /** Empty, for entries 0 to `size` - 1. */
  constructor(size: number, words = new Uint32Array((size + 31) >>> 5)) {
    this.size = size;
    this.words = words;
  }

  static all(size: number): BitSet {
    const set = new BitSet(size);
    set.words.fill(0xffffffff);
    if (size & 31) set.words[set.words.length - 1] = 2 ** (size & 31) - 1;
    return set;
  }

  has(entry: number): boolean {
    return ((this.words[entry >>> 5] as number) & (1 << (entry & 31))) !== 0;
  }

  add(entry: number): void {
    (this.words[entry >>> 5] as number) |= 1 << (entry & 31);
  }

  /** A copy for so many entries: those behind its own end are not in it. */
  resized(size: number): BitSet {
    const copy = new BitSet(size);
    copy.words.set(this.words.subarray(0, copy.words.length));
    return copy;
  }

  keep(other: BitSet): void {
    for (let at = 0; at < this.words.length; at++)
      (this.words[at] as number) &= other.words[at] as number;
  }

  include(other: BitSet): void {
    for (let at = 0; at < this.words.length; at++)
      (this.words[at] as number) |= other.words[at] as number;
  }

  drop(other: BitSet): void {
    for (let at = 0; at < this.words.length; at++)
      (this.words[at] as number) &= ~(other.words[at] as number);
  }

  /** How many entries from `start` to `end` (not included) are in it. */
  count(start = 0, end = this.size): number {
    let count = 0;
    for (let at = start >>> 5; at << 5 < end; at++) count += ones(this.#wordWithin(at, start, end));
    return count;
  }

  /** The first entry of the set that is at least `from`; -1 where there is none. */
  firstFrom(from: number): number {
    for (let at = from >>> 5; at < this.words.length; at++) {
      const word = this.#wordWithin(at, from, this.size);
      if (word !== 0) return (at << 5) + 31 - Math.clz32(word & -word);
    }
    return -1;
  }

  /** The last entry of the set that is at most `from`; -1 where there is none. */
  lastFrom(from: number): number {
    for (let at = from >> 5; at >= 0; at--) {
      const word = this.#wordWithin(at, 0, from + 1);
      if (word !== 0) return (at << 5) + 31 - Math.clz32(word);
    }
    return -1;
  }

  #wordWithin(at: number, start: number, end: number): number {
    let word = this.words[at] as number;
    const first = at << 5;
    if (first < start) word &= -1 << (start - first);
    if (first + 32 > end) word &= end - first <= 0 ? 0 : 0xffffffff >>> (32 - (end - first));
    return word;
  }
}

function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
