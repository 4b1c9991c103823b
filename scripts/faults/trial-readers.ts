import type { State } from "./expected.ts";
import { openReaders, type Readers } from "./readers.ts";

/** Readers of the archive of a trial, who are there from some moment on and compare what they are answered. */
export class TrialReaders {
  readonly #tell: (words: string) => void;
  #readers: Readers | null = null;
  #turn: number;

  /** Different first turns ask for different pages first. `tell` is told of each answer that is as in no state. */
  constructor(firstTurn: number, tell: (words: string) => void) {
    this.#turn = firstTurn;
    this.#tell = tell;
  }

  get areThere(): boolean {
    return this.#readers !== null;
  }

  async open(database: string): Promise<void> {
    this.#readers ??= await openReaders(database);
  }

  async close(): Promise<void> {
    await this.#readers?.close();
    this.#readers = null;
  }

  /** A page must be as in one of these states, word for word. Searches, which start a thread, are rarely asked. */
  async read(states: State[]): Promise<void> {
    const paths = [...(states[0] as State).answers.keys()];
    for (let asked = 0; asked < 2; asked++) {
      const path = paths[this.#turn++ % paths.length] as string;
      if (path.includes("?") && this.#turn % 4 !== 0) continue;
      const answer = await this.#readers?.ask(path);
      if (states.some(({ answers }) => answers.get(path) === answer)) continue;
      this.#tell(`${path}: ${answer?.slice(0, 300)}`);
    }
  }
}
