/** How many values lie in one piece. */
const PIECE = 4096;

/** So many bytes by number from 0, outside of the heap, and in pieces: to grow, nothing is copied. */
export class ByteColumn {
  readonly #width: number;
  readonly #pieces: Buffer[] = [];

  constructor(width: number) {
    this.#width = width;
  }

  /** A view of the bytes, which must have been set. */
  get(index: number): Buffer {
    const start = (index % PIECE) * this.#width;
    const piece = this.#pieces[Math.floor(index / PIECE)] as Buffer;
    return piece.subarray(start, start + this.#width);
  }

  set(index: number, bytes: Uint8Array): void {
    const piece = Math.floor(index / PIECE);
    while (this.#pieces.length <= piece) this.#pieces.push(Buffer.alloc(this.#width * PIECE));
    this.#pieces[piece]?.set(bytes, (index % PIECE) * this.#width);
  }
}
