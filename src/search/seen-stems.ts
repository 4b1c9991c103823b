/** How many stems have a number at once. */
const MOST_STEMS = 1 << 19;

/** Stems by number, and which of them the text that is read has been seen to hold. */
export class SeenStems {
  readonly #numbers = new Map<string, number>();
  /** By number; the first is of none. */
  readonly #stems = [""];
  /** By number: the last text that held it. */
  readonly #lastText = new Int32Array(2 * MOST_STEMS);
  #text = 0;
  #ofText: string[] = [];

  /** Whether there are numbers for the stems of any one text of half a million words. */
  get hasRoom(): boolean {
    return this.#stems.length < MOST_STEMS;
  }

  /** From 1 on. */
  numberOf(stem: string): number {
    const known = this.#numbers.get(stem);
    if (known !== undefined) return known;
    const number = this.#stems.push(stem) - 1;
    this.#numbers.set(stem, number);
    return number;
  }

  beginText(): void {
    this.#text++;
    this.#ofText = [];
  }

  see(number: number): void {
    if (this.#lastText[number] === this.#text) return;
    this.#lastText[number] = this.#text;
    this.#ofText.push(this.#stems[number] as string);
  }

  /** The stems that were seen since `beginText`, each once. */
  ofText(): string[] {
    return this.#ofText;
  }

  /** Numbers are given anew. */
  forget(): void {
    this.#numbers.clear();
    this.#stems.length = 1;
    this.#lastText.fill(0);
  }
}
