/** The keys with the highest scores, of equal ones the newest. */
export class BestKeys {
  readonly #most: number;
  #kept: { key: number; score: number }[] = [];
  #lowest = 0;

  /** At most so many are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  add(key: number, score: number): void {
    if (score < this.#lowest) return;
    this.#kept.push({ key, score });
    if (this.#kept.length >= 8 * this.#most) this.#sort();
  }

  /** The highest score first. */
  inOrder(): number[] {
    this.#sort();
    return this.#kept.map(({ key }) => key);
  }

  #sort(): void {
    this.#kept.sort((one, other) => other.score - one.score || other.key - one.key);
    this.#kept.length = Math.min(this.#kept.length, this.#most);
    if (this.#kept.length === this.#most) this.#lowest = this.#kept.at(-1)?.score ?? 0;
  }
}
