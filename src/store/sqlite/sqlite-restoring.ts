import { dayNumber } from "../../statements/iso-date.ts";
import type { Instant } from "../../statements/statement.ts";
import type {
  ArchiveRestoring,
  KeptDay,
  KeptFile,
  KeptHead,
  KeptLogEntry,
  KeptRun,
  KeptStatement,
} from "../history.ts";
import type { LogHead } from "../log.ts";
import { readHead } from "./log/read-log.ts";
import { loggedSource, RunLog } from "./log/run-log.ts";
import { numberOf } from "./number-of.ts";
import { type Prepare, rowOf, rowsOf } from "./prepare.ts";
import type { Numbers } from "./restored-files.ts";
import { RestoredStatements } from "./restored-statements.ts";
import type { RunLedger } from "./run-ledger.ts";
import type { RunSteps } from "./run-steps.ts";

const TABLES = ["run", "statement", "revision", "source", "file"] as const;

/** The parts of another archive, written behind what is there: every number is that of the other and the last one that was given here. */
export class SqliteRestoring implements ArchiveRestoring {
  readonly #prepare: Prepare;
  readonly #ledger: RunLedger;
  readonly #steps: RunSteps;
  readonly #exact: boolean;
  readonly #numbers: Numbers;
  readonly #statements: RestoredStatements;
  readonly #log: RunLog;
  readonly #logged = { number: 0, at: "" as Instant, revision: 0 };
  /** Runs that nothing has referred to yet. */
  readonly #runs = new Map<number, KeptRun>();

  constructor(prepare: Prepare, ledger: RunLedger, steps: RunSteps, exact: boolean) {
    this.#prepare = prepare;
    this.#ledger = ledger;
    this.#steps = steps;
    this.#exact = exact;
    const given = { change: ledger.changes() } as Numbers["given"];
    for (const table of TABLES) given[table] = exact ? 0 : ledger.numbers.last(table);
    // An archive that is older than runs have numbers has a run 0.
    if (!exact) given.run++;
    this.#numbers = { given, run: (number) => this.#run(number) };
    this.#statements = new RestoredStatements(prepare, ledger, this.#numbers);
    this.#log = new RunLog(prepare, () => this.#logged);
  }

  exact(): boolean {
    return this.#exact;
  }

  async addRun(run: KeptRun): Promise<void> {
    this.#runs.set(run.number, run);
  }

  async addStatement(statement: KeptStatement): Promise<"added" | "held" | "other"> {
    return this.#steps.step(() => {
      const standing = this.#statements.standing(statement);
      if (standing !== "added") return standing;
      this.#ledger.changed = true;
      this.#statements.add(statement);
      return standing;
    });
  }

  async addFile(file: KeptFile): Promise<void> {
    return this.#steps.step(() => {
      if (this.#isAdded(file.statement)) this.#statements.settleFile(file);
    });
  }

  async addLogEntry(entry: KeptLogEntry): Promise<void> {
    return this.#steps.step(() => {
      if (!this.#isAdded(entry.statement)) return;
      const { given } = this.#numbers;
      const number = this.#run(entry.run);
      const run = rowOf<{ at: Instant }>(
        this.#prepare("SELECT at FROM run WHERE number = ?"),
        number,
      );
      const revision = given.revision + entry.revision;
      Object.assign(this.#logged, { number, at: run?.at ?? "", revision });
      const source = loggedSource(this.#prepare, given.source + entry.source);
      const { statement: id, n, date } = entry;
      this.#log.append(entry.change, { id, n, date, source }, Buffer.from(entry.record));
    });
  }

  async addDay({ date, last }: KeptDay): Promise<void> {
    return this.#steps.step(() => {
      if (this.#exact) this.#ledger.days.reachPlace(dayNumber(date), last);
    });
  }

  async logHead(): Promise<LogHead> {
    return this.#steps.step(() => {
      this.#log.finish();
      return readHead(this.#prepare);
    });
  }

  /** Where nothing was ever here, runs that did nothing to what is here now stay as well. */
  finish(head: KeptHead): void {
    if (this.#exact) for (const number of [...this.#runs.keys()]) this.#run(number);
    if (this.#ledger.changed) this.#ledger.reachChange(this.#numbers.given.change + head.changes);
    this.#log.finish();
  }

  /** Readers of an archive that held something see what came to it now, not when the other archive's did. */
  show(now: Instant): void {
    if (this.#exact) return;
    const last = rowsOf<{ last: Instant }>(
      this.#prepare(
        "SELECT shown_at AS last FROM run WHERE shown_at > '' ORDER BY shown_at DESC LIMIT 1",
      ),
    )[0]?.last;
    const shown = last !== undefined && last > now ? last : now;
    this.#prepare("UPDATE run SET shown_at = ? WHERE number >= ? AND shown_at = ''").run(
      shown,
      this.#numbers.given.run,
    );
  }

  #isAdded(id: string): boolean {
    return (numberOf(this.#prepare, id) ?? 0) > this.#numbers.given.statement;
  }

  /** The number of that run here, which is written when it is first asked for. */
  #run(number: number): number {
    const { given } = this.#numbers;
    const here = given.run + number;
    const run = this.#runs.get(number);
    if (!run) return here;
    this.#runs.delete(number);
    this.#ledger.changed = true;
    const undone = run.undoneBy === null ? null : this.#run(run.undoneBy);
    const { at, act, reason, added, revised, withdrawn, restored } = run;
    const shown = this.#exact ? run.shownAt : "";
    const first = [given.change + run.firstChange, given.revision + run.firstRevision];
    this.#prepare(`INSERT INTO run (number, at, act, shown_at, first_change, first_revision, added, revised, withdrawn,
      restored, reason, undone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
      here,
      at,
      act,
      shown,
      ...first,
      added,
      revised,
      withdrawn,
      restored,
      reason,
      undone,
    );
    return here;
  }
}
