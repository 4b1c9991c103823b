import { addressKey } from "./address-key.ts";
import type { Answer } from "./answer.ts";
import { AnswerMemory } from "./answer-memory.ts";

/** Of the archive's state; another value whenever anything may have changed, `null` where it cannot be read. */
export type State = string | null;

/** Of the memory, this part is for addresses with parameters: there is no end of them, and they cannot push out pages. */
const PART_WITH_PARAMETERS = 1 / 4;

/** The finished answers of one state of the archive. */
export class KeptAnswers {
  readonly #pages: AnswerMemory;
  readonly #queries: AnswerMemory;
  readonly #readState: () => State;
  #state: State = null;
  #turnState: State | undefined;

  /** At most `bytes` are kept. */
  constructor(bytes: number, readState: () => State) {
    this.#pages = new AnswerMemory(bytes * (1 - PART_WITH_PARAMETERS));
    this.#queries = new AnswerMemory(bytes * PART_WITH_PARAMETERS);
    this.#readState = readState;
  }

  get bytes(): number {
    return this.#pages.bytes + this.#queries.bytes;
  }

  /** The answer to that address in the archive's present state. */
  find(address: string): Answer | undefined {
    if (!this.#isCurrent()) return undefined;
    if (!address.includes("?")) return this.#pages.find(address);
    const found = this.#queries.find(address);
    if (found) return found;
    const key = addressKey(address);
    return key === null ? undefined : this.#memoryOf(key).find(key);
  }

  /** The state in which an answer is about to be made, for `keep`. */
  state(): State {
    return this.#readState();
  }

  /** Keeps the answer, unless the archive is no longer in the state in which it was begun. */
  keep(address: string, answer: Answer, begun: State): void {
    const key = addressKey(address);
    if (key === null || begun === null || this.#readState() !== begun) return;
    this.#enter(begun);
    this.#memoryOf(key).keep(key, answer);
  }

  /** To be called when an answer has grown by an encoding. */
  weigh(address: string, answer: Answer): void {
    const key = addressKey(address);
    if (key !== null) this.#memoryOf(key).weigh(key, answer);
  }

  /**
   * The state is read once in a turn of the event loop: whatever is answered within one had arrived before it began. Reading takes a few microseconds, a quarter of what
   * an answer takes.
   */
  #isCurrent(): boolean {
    if (this.#turnState === undefined) {
      this.#turnState = this.#readState();
      setImmediate(this.#endTurn);
    }
    if (this.#turnState === null) return false;
    this.#enter(this.#turnState);
    return true;
  }

  readonly #endTurn = () => {
    this.#turnState = undefined;
  };

  #enter(state: State): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#pages.clear();
    this.#queries.clear();
  }

  #memoryOf(key: string): AnswerMemory {
    return key.includes("?") ? this.#queries : this.#pages;
  }
}
