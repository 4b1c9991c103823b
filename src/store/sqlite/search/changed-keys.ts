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

  /** In ascending order, each once. A view of what is kept here, which it puts in order. */
  sorted(): Float64Array {
    const keys = this.#keys.subarray(0, this.#count).sort();
    let kept = 0;
    for (const key of keys) if (kept === 0 || key !== keys[kept - 1]) keys[kept++] = key;
    this.#count = kept;
    return keys.subarray(0, kept);
  }
}
