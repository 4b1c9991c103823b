/** What one piece of memory has room for: to grow, nothing is copied. */
const PIECE = 1 << 15;

/** No entry comes before it. */
const NONE = -1;

/** A word, as far as its rows are gathered. */
interface Gathered {
  /** Its last entry. */
  last: number;
  rows: number;
}

/** The rows that hold each word, gathered row by row: outside of the heap, in eight bytes for each row of each word. */
export class GatheredRows {
  readonly #words = new Map<string, Gathered>();
  /** Entry by entry, two by two: the row, and the entry of the same word before it. */
  readonly #pieces: Int32Array[] = [];
  #entries = 0;

  get size(): number {
    return this.#words.size;
  }

  /** In no order, each once. */
  words(): Iterable<string> {
    return this.#words.keys();
  }

  /** Notes that the row, above all before it, holds the words, of which some may come more than once. */
  add(row: number, words: Iterable<string>): void {
    for (const word of words) {
      const known = this.#words.get(word);
      if (!known) this.#words.set(word, { last: this.#enter(row, NONE), rows: 1 });
      else if (this.#rowAt(known.last) !== row) {
        known.last = this.#enter(row, known.last);
        known.rows++;
      }
    }
  }

  /** Ascending; empty where no row holds the word. */
  rowsOf(word: string): Int32Array {
    const { last, rows } = this.#words.get(word) ?? { last: NONE, rows: 0 };
    const found = new Int32Array(rows);
    let entry = last;
    for (let at = rows - 1; at >= 0; at--) {
      found[at] = this.#rowAt(entry);
      entry = this.#read(2 * entry + 1);
    }
    return found;
  }

  #enter(row: number, before: number): number {
    const at = 2 * this.#entries;
    if (at % PIECE === 0) this.#pieces.push(new Int32Array(PIECE));
    const piece = this.#pieces.at(-1) as Int32Array;
    piece[at % PIECE] = row;
    piece[(at % PIECE) + 1] = before;
    return this.#entries++;
  }

  #rowAt(entry: number): number {
    return this.#read(2 * entry);
  }

  #read(at: number): number {
    return (this.#pieces[Math.floor(at / PIECE)] as Int32Array)[at % PIECE] as number;
  }
}
