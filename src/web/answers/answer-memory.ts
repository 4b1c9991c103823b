import type { Answer } from "./answer.ts";

interface Kept {
  answer: Answer;
  bytes: number;
  /** Asked for since the hand last passed. */
  used: boolean;
}

/** One answer may take this part of the memory: a giant does not push out everything else. */
const LARGEST_PART = 1 / 8;

/**
 * Finished answers by the key of their address, bounded in bytes. When it is full, a hand goes round (CLOCK): what was asked
 * for since it last passed stays, the rest goes. A hit moves nothing.
 */
export class AnswerMemory {
  readonly #most: number;
  readonly #kept = new Map<string, Kept>();
  #hand: Iterator<[string, Kept]> = this.#kept.entries();
  #bytes = 0;

  /** `most` bytes; 0 keeps nothing. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Never more than the bound. */
  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#kept.size;
  }

  find(key: string): Answer | undefined {
    const kept = this.#kept.get(key);
    if (!kept) return undefined;
    kept.used = true;
    return kept.answer;
  }

  keep(key: string, answer: Answer): void {
    this.#forget(key);
    const bytes = answer.bytes + key.length * 2;
    if (bytes > this.#most * LARGEST_PART) return;
    this.#makeRoom(bytes);
    this.#kept.set(key, { answer, bytes, used: false });
    this.#bytes += bytes;
  }

  /** To be called when a kept answer has grown by an encoding. */
  weigh(key: string, answer: Answer): void {
    if (this.#kept.get(key)?.answer !== answer) return;
    this.keep(key, answer);
    this.find(key);
  }

  clear(): void {
    this.#kept.clear();
    this.#hand = this.#kept.entries();
    this.#bytes = 0;
  }

  #makeRoom(bytes: number): void {
    while (this.#bytes + bytes > this.#most) {
      const { value, done } = this.#hand.next();
      if (done) this.#hand = this.#kept.entries();
      else if (value[1].used) value[1].used = false;
      else this.#forget(value[0]);
    }
  }

  #forget(key: string): void {
    const kept = this.#kept.get(key);
    if (!kept) return;
    this.#kept.delete(key);
    this.#bytes -= kept.bytes;
  }
}
