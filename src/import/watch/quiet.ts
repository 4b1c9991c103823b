import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

/** Tells when something has changed and nothing has for a while, so that a burst of changes counts as one. */
export class Quiet {
  readonly #marks = new EventTarget();
  #last: number | null = null;

  /** Something changed. */
  mark(): void {
    this.#last = performance.now();
    this.#marks.dispatchEvent(new Event("mark"));
  }

  /**
   * Resolves once nothing was marked for `still` milliseconds after something was, or `atMost` milliseconds after the first mark,
   * and forgets all marks; rejects when `stop` aborts.
   */
  async settled(still: number, atMost: number, stop: AbortSignal): Promise<void> {
    stop.throwIfAborted();
    if (this.#last === null) await once(this.#marks, "mark", { signal: stop });
    const first = performance.now();
    for (;;) {
      const now = performance.now();
      const left = Math.min((this.#last ?? now) + still, first + atMost) - now;
      if (left <= 0) break;
      await pause(left, undefined, { signal: stop });
    }
    this.#last = null;
  }
}
