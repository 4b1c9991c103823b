import type { Instant } from "../../statements/statement.ts";
import type { Act } from "../publishing.ts";
import type { ImportRunOptions } from "../store.ts";
import { RunLog } from "./log/run-log.ts";
import { type Prepare, rowOf } from "./prepare.ts";
import { RunDays } from "./run-days.ts";
import { RunNames } from "./run-names.ts";
import { RunNumbers } from "./run-numbers.ts";
import { ChangedKeys } from "./search/changed-keys.ts";

/** What the run has changed in the archive's own figures. */
export interface Totals {
  total: number;
  headlinesDerived: number;
  laterRevisions: number;
  files: number;
  missingFiles: number;
}

/** How many statements the run added, revised, withdrew and restored. */
export interface Done {
  added: number;
  revised: number;
  withdrawn: number;
  restored: number;
}

interface RunOptions extends Pick<ImportRunOptions, "at" | "now" | "sample"> {
  /** An import, unless another is given. */
  act?: Act;
  reason?: string | null;
}

/**
 * What an import run adds up as it goes and writes in few strokes: counts by day and name, totals, the next numbers
 * and the last places. It holds a bounded number of entries however many statements there are.
 */
export class RunLedger {
  /** Whether the run has changed anything. */
  changed = false;
  readonly totals: Totals = {
    total: 0,
    headlinesDerived: 0,
    laterRevisions: 0,
    files: 0,
    missingFiles: 0,
  };
  readonly done: Done = { added: 0, revised: 0, withdrawn: 0, restored: 0 };
  /** The keys whose words the search index must be brought up to. */
  readonly changedKeys = new ChangedKeys();
  /** The keys whose words the search index must not hold in any corner. */
  readonly erasedKeys = new ChangedKeys();
  /** Tags, folded, that are not kept when no statement bears them any longer. */
  readonly erasedTags = new Set<string>();
  readonly numbers: RunNumbers;
  readonly days: RunDays;
  readonly names: RunNames;
  /** Where what the run does is written down for ever. */
  readonly log: RunLog;
  readonly #prepare: Prepare;
  readonly #at: Instant;
  readonly #now: () => Instant;
  readonly #sample: boolean;
  readonly #act: Act;
  readonly #reason: string | null;
  #run: number | null = null;
  #lastChange: number | null = null;

  constructor(prepare: Prepare, options: RunOptions) {
    this.#prepare = prepare;
    this.#at = options.at;
    this.#now = options.now ?? (() => options.at);
    this.#sample = options.sample;
    this.#act = options.act ?? "import";
    this.#reason = options.reason ?? null;
    this.numbers = new RunNumbers(prepare);
    this.days = new RunDays(prepare);
    this.names = new RunNames(prepare);
    this.log = new RunLog(prepare, () => ({
      number: this.run(),
      at: this.#at,
      revision: this.numbers.last("revision"),
    }));
  }

  get at(): Instant {
    return this.#at;
  }

  /** The number of this run, which has a row only once something has changed. */
  run(): number {
    if (this.#run !== null) return this.#run;
    this.#run = this.numbers.next("run");
    const sql = `INSERT INTO run (number, at, act, reason, first_change, first_revision)
      VALUES (?, ?, ?, ?, ?, ?)`;
    const first = [this.changes() + 1, this.numbers.lastKept("revision") + 1];
    this.#prepare(sql).run(this.#run, this.#at, this.#act, this.#reason, ...first);
    return this.#run;
  }

  /** The number of a change of this run, which comes behind all others. */
  nextChange(): number {
    this.run();
    this.#lastChange = this.changes() + 1;
    return this.#lastChange;
  }

  /** Changes are numbered behind that number from now on. */
  reachChange(number: number): void {
    this.#lastChange = Math.max(number, this.changes());
  }

  /** The number of the last change. */
  changes(): number {
    if (this.#lastChange !== null) return this.#lastChange;
    const sql = "SELECT changes FROM archive WHERE one = 1";
    return rowOf<{ changes: number }>(this.#prepare(sql))?.changes ?? 0;
  }

  /** Writes everything that is still held, if the run has changed anything. */
  finish(): void {
    if (!this.changed) return;
    this.days.write();
    this.names.write();
    this.#forgetTags();
    const { total, headlinesDerived, laterRevisions, files, missingFiles } = this.totals;
    const sql = `UPDATE archive SET generation = generation + 1, total = total + ?,
      headlines_derived = headlines_derived + ?, later_revisions = later_revisions + ?,
      files = files + ?, missing_files = missing_files + ?, changed_at = ?, sample = ?, changes = ?
      WHERE one = 1`;
    const figures = [total, headlinesDerived, laterRevisions, files, missingFiles];
    this.#prepare(sql).run(...figures, this.#at, this.#sample ? 1 : 0, this.changes());
    this.#writeDone();
    this.log.finish();
  }

  #forgetTags(): void {
    const sql = "DELETE FROM name WHERE kind = 'tag' AND folded = ? AND count = 0";
    for (const folded of this.erasedTags) this.#prepare(sql).run(folded);
  }

  #writeDone(): void {
    if (this.#run === null) return;
    const { added, revised, withdrawn, restored } = this.done;
    const sql = `UPDATE run SET added = ?, revised = ?, withdrawn = ?, restored = ? WHERE number = ?`;
    this.#prepare(sql).run(added, revised, withdrawn, restored, this.#run);
  }

  /** The last step of the run: from now on readers see it. Clocks may go back, and instants of changes do not. */
  show(): void {
    if (this.#run === null) return;
    const sql =
      "SELECT shown_at AS last FROM run WHERE shown_at > '' ORDER BY shown_at DESC LIMIT 1";
    const last = rowOf<{ last: Instant }>(this.#prepare(sql))?.last ?? "";
    const now = this.#now();
    const show = this.#prepare("UPDATE run SET shown_at = ? WHERE number = ?");
    show.run(now > last ? now : last, this.#run);
  }
}
