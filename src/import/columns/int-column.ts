/** An integer of 32 bits by number from 0; 0 where none was set. */
export class IntColumn {
  #values = new Int32Array(1024);

  get(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (index >= this.#values.length) {
      const larger = new Int32Array(2 * Math.max(index, this.#values.length));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[index] = value;
  }
}
