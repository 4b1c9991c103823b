import { createHash } from "node:crypto";

/**
 * A set of paths that keeps 8 bytes of each one's SHA-256, in an open table: a million take 16 MB. Two of a million meet by chance once in
 * 30 million bags, which are then refused.
 */
export class PathSet {
  size = 0;
  #slots = new BigUint64Array(1024);

  /** Whether it was not there before. */
  add(path: string): boolean {
    if (this.size * 2 >= this.#slots.length) this.#grow();
    const mark = markOf(path);
    const slot = this.#slotOf(mark);
    if (this.#slots[slot] === mark) return false;
    this.#slots[slot] = mark;
    this.size++;
    return true;
  }

  has(path: string): boolean {
    const mark = markOf(path);
    return this.#slots[this.#slotOf(mark)] === mark;
  }

  /** Where the mark is, or where it would go. */
  #slotOf(mark: bigint): number {
    const last = this.#slots.length - 1;
    let slot = Number(mark & BigInt(last));
    while (this.#slots[slot] !== 0n && this.#slots[slot] !== mark) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new BigUint64Array(before.length * 2);
    for (const mark of before) if (mark !== 0n) this.#slots[this.#slotOf(mark)] = mark;
  }
}

/** Never 0, which is a free slot. */
function markOf(path: string): bigint {
  return createHash("sha256").update(path).digest().readBigUInt64LE(0) | (1n << 63n);
}
