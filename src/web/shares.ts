/** How many large answers each client is being sent, so that none takes all that can be sent at once. */
export class Shares {
  readonly #most: number;
  readonly #taken = new Map<string, number>();

  /** `most` for each client. */
  constructor(most: number) {
    this.#most = most;
  }

  /** To be called once when that one is sent; `null` where the client has as many as it may. */
  take(client: string): (() => void) | null {
    const taken = this.#taken.get(client) ?? 0;
    if (taken >= this.#most) return null;
    this.#taken.set(client, taken + 1);
    return () => this.#giveBack(client);
  }

  #giveBack(client: string): void {
    const left = (this.#taken.get(client) ?? 1) - 1;
    if (left > 0) this.#taken.set(client, left);
    else this.#taken.delete(client);
  }
}
