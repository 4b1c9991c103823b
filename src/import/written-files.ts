import { IntColumn } from "./columns/int-column.ts";
import { TextColumn } from "./columns/text-column.ts";
import { OUTCOMES, type Outcome } from "./import-report.ts";

/** What was done with a file. */
export interface Written {
  outcome: Outcome;
  /** `null` where it was refused after all. */
  id: string | null;
  reason: string | null;
  /** What understanding its words brought up. */
  warnings: string[];
}

/** Shared by all the files that have none. */
const NONE: string[] = [];

/** What was done with each file of a run, by number: in few bytes where nothing needs to be said. */
export class WrittenFiles {
  #count = 0;
  readonly #outcomes = new IntColumn();
  readonly #ids = new TextColumn();
  readonly #said = new Map<number, Pick<Written, "reason" | "warnings">>();

  get count(): number {
    return this.#count;
  }

  /** Once for each file. */
  set(number: number, { outcome, id, reason, warnings }: Written): void {
    this.#count++;
    this.#outcomes.set(number, OUTCOMES.indexOf(outcome));
    if (id !== null) this.#ids.set(number, id);
    if (reason !== null || warnings.length > 0) this.#said.set(number, { reason, warnings });
  }

  get(number: number): Written {
    const outcome = OUTCOMES[this.#outcomes.get(number)] as Outcome;
    const { reason, warnings } = this.#said.get(number) ?? { reason: null, warnings: NONE };
    return { outcome, id: this.#ids.get(number), reason, warnings };
  }
}
