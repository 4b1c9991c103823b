/** Finds the numbers under which the same bytes were entered, in 8 bytes of memory for each. */
export class ByteIndex {
  /** By hash, or in the next free slot: the number counted from 1; 0 where none is. */
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** `most`: how many will be entered. */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#slots = new Int32Array(size);
    this.#mask = size - 1;
  }

  /** The number of equal bytes that were entered before, `bytesOf` telling the bytes of a number; -1, and enters them, where none were. */
  enter(bytes: Uint8Array, number: number, bytesOf: (number: number) => Uint8Array): number {
    const slot = this.#slotOf(bytes, bytesOf);
    const before = (this.#slots[slot] as number) - 1;
    if (before < 0) this.#slots[slot] = number + 1;
    return before;
  }

  /** The number under which they were entered; -1 where they were not. */
  find(bytes: Uint8Array, bytesOf: (number: number) => Uint8Array): number {
    return (this.#slots[this.#slotOf(bytes, bytesOf)] as number) - 1;
  }

  #slotOf(bytes: Uint8Array, bytesOf: (number: number) => Uint8Array): number {
    let slot = hashOf(bytes) & this.#mask;
    for (;;) {
      const number = (this.#slots[slot] as number) - 1;
      if (number < 0 || Buffer.compare(bytes, bytesOf(number)) === 0) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }
}

/** FNV-1a, with its high bits mixed into the low ones. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
