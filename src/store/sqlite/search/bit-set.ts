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
    set.#dropBehindEnd();
    return set;
  }

  /** The lowest bit of the first byte stands for entry 0; bits behind the set's end are left out. */
  static ofBytes(bytes: Uint8Array, size: number): BitSet {
    const set = new BitSet(size);
    const room = new Uint8Array(set.words.buffer);
    room.set(bytes.subarray(0, room.length));
    set.#dropBehindEnd();
    return set;
  }

  #dropBehindEnd(): void {
    const inLast = this.size & 31;
    if (inLast !== 0) (this.words[this.words.length - 1] as number) &= 2 ** inLast - 1;
  }

  get isEmpty(): boolean {
    return this.firstFrom(0) === -1;
  }

  has(entry: number): boolean {
    return ((this.words[entry >>> 5] as number) & (1 << (entry & 31))) !== 0;
  }

  add(entry: number): void {
    (this.words[entry >>> 5] as number) |= 1 << (entry & 31);
  }

  /** Adds the entries from `start` to `end` (not included). */
  addRange(start: number, end: number): void {
    for (let at = start >>> 5; at << 5 < end; at++) {
      (this.words[at] as number) |= maskWithin(at << 5, start, end);
    }
  }

  copy(): BitSet {
    return new BitSet(this.size, this.words.slice());
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
    return (this.words[at] as number) & maskWithin(at << 5, start, end);
  }
}

/** The bits of the 32 entries from `first` on that are from `start` to `end` (not included). */
function maskWithin(first: number, start: number, end: number): number {
  const behindStart = first < start ? -1 << (start - first) : -1;
  if (first + 32 <= end) return behindStart;
  return end <= first ? 0 : behindStart & (0xffffffff >>> (32 - (end - first)));
}

function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
