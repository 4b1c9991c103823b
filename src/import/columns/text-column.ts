import { IntColumn } from "./int-column.ts";

/** Bytes of one piece. */
const PIECE = 1 << 18;

/** A text by number from 0, as UTF-8 outside of the heap, which takes half of what a string does. */
export class TextColumn {
  readonly #pieces: Buffer[] = [];
  #used = PIECE;
  /** Where each begins, counted from 1 over all pieces; and its bytes. */
  readonly #starts = new IntColumn();
  readonly #lengths = new IntColumn();

  /** `null` where none was set. */
  get(index: number): string | null {
    return this.bytes(index)?.toString("utf8") ?? null;
  }

  /** A view of its UTF-8; `null` where none was set. */
  bytes(index: number): Buffer | null {
    const start = this.#starts.get(index) - 1;
    if (start < 0) return null;
    const offset = start % PIECE;
    const piece = this.#pieces[Math.floor(start / PIECE)] as Buffer;
    return piece.subarray(offset, offset + this.#lengths.get(index));
  }

  set(index: number, text: string): void {
    const length = Buffer.byteLength(text, "utf8");
    if (this.#used + length > PIECE) {
      this.#pieces.push(Buffer.allocUnsafe(Math.max(PIECE, length)));
      this.#used = 0;
    }
    const last = this.#pieces.length - 1;
    this.#pieces[last]?.write(text, this.#used, "utf8");
    this.#starts.set(index, last * PIECE + this.#used + 1);
    this.#lengths.set(index, length);
    this.#used += length;
  }
}
