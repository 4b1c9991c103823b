import { DatelineError } from "../errors.ts";
import { turnTooLate } from "./too-much.ts";

export interface TurnRules {
  /** So many are at work at once. */
  atOnce: number;
  /** So many of one client may wait. */
  mostWaiting: number;
  /** So long one may wait, in milliseconds. */
  longestWait: number;
}

interface Waiting {
  since: number;
  begin: () => void;
  refuse: (error: DatelineError) => void;
}

/**
 * Lets clients work by turns: where several wait, each is served one of its own before any is served its next, so that whoever asks for
 * much waits for himself. Between two turns the program does what else came in.
 */
export class Turns {
  readonly #rules: TurnRules;
  readonly #lines = new Map<string, Waiting[]>();
  #working = 0;

  constructor(rules: TurnRules) {
    this.#rules = rules;
  }

  /** What `work` comes to. Throws `busy` where too many of that client wait already, and a 503 where its turn comes too late. */
  async run<Result>(client: string, work: () => Promise<Result>): Promise<Result> {
    if (this.#working < this.#rules.atOnce) this.#working++;
    else await this.#wait(client);
    try {
      return await work();
    } finally {
      setImmediate(this.#next);
    }
  }

  #wait(client: string): Promise<void> {
    const line = this.#lines.get(client) ?? [];
    if (line.length >= this.#rules.mostWaiting) {
      throw new DatelineError("busy", `${line.length} requests of this client wait already`);
    }
    this.#lines.set(client, line);
    return new Promise((begin, refuse) => {
      line.push({ since: performance.now(), begin, refuse });
    });
  }

  /** Gives the place at work to another, if one waits. */
  readonly #next = (): void => {
    for (let waiting = this.#first(); waiting; waiting = this.#first()) {
      if (performance.now() - waiting.since < this.#rules.longestWait) {
        waiting.begin();
        return;
      }
      waiting.refuse(turnTooLate());
    }
    this.#working--;
  };

  /** The first of the client who has waited longest, who then stands behind all others. */
  #first(): Waiting | undefined {
    const [first] = this.#lines;
    if (!first) return undefined;
    const [client, line] = first;
    this.#lines.delete(client);
    const waiting = line.shift();
    if (line.length > 0) this.#lines.set(client, line);
    return waiting;
  }
}
