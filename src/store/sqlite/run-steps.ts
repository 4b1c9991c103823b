import type { Prepare } from "./prepare.ts";
import type { RunLedger } from "./run-ledger.ts";
import { updateSearch } from "./search/update-search.ts";
import { storeError } from "./sqlite-errors.ts";

const turnOfOthers = () => new Promise((resolve) => setImmediate(resolve));

/**
 * The steps of one run within its transaction. Once a step has failed SQLite may have rolled everything back, so every
 * later step fails in the same way and the run cannot be finished.
 */
export class RunSteps {
  readonly #prepare: Prepare;
  readonly #ledger: RunLedger;
  readonly #path: string;
  #failure: { error: unknown } | null = null;

  constructor(prepare: Prepare, ledger: RunLedger, path: string) {
    this.#prepare = prepare;
    this.#ledger = ledger;
    this.#path = path;
  }

  /** A step that changes the archive. */
  change<Result>(step: () => Result): Result {
    return this.step(() => {
      this.#ledger.changed = true;
      return step();
    });
  }

  step<Result>(step: () => Result): Result {
    if (this.#failure) throw this.#failure.error;
    try {
      return step();
    } catch (error) {
      this.#failure = { error: storeError(error, this.#path) };
      throw this.#failure.error;
    }
  }

  /**
   * Writes what the run has added up, and brings the search index to it, letting other work of the process have its turn
   * now and then. Throws what a step threw, even if the work caught it.
   */
  async finish(): Promise<void> {
    this.step(() => this.#ledger.finish());
    const { changedKeys, erasedKeys } = this.#ledger;
    const update = updateSearch(this.#prepare, changedKeys.sorted(), erasedKeys.sorted());
    while (!this.step(() => update.next()).done) await turnOfOthers();
    this.step(() => this.#ledger.show());
  }
}
