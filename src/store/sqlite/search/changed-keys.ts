/** The keys whose statements came, went or changed, in the least memory. */
export class ChangedKeys {
  #keys = new Float64Array(1024);
  #count = 0;

  add(key: number): void {
    if (this.#count === this.#keys.length) {
      const larger = new Float64Array(2 * this.#count);
      larger.set(this.#keys);
      this.#keys = larger;
    }
    this.#keys[this.#count++] = key;
  }

  clear(): void {
    this.#count = 0;
  }

  /** In ascending order, each once. */
  sorted(): Float64Array {
    const keys = this.#keys.slice(0, this.#count).sort();
    return keys.filter((key, index) => index === 0 || key !== keys[index - 1]);
  }
}
