import { foldName } from "../../statements/fold-name.ts";
import { dayNumber, type IsoDate } from "../../statements/iso-date.ts";
import { LAST_PLACE } from "../../statements/position.ts";
import type { Instant } from "../../statements/statement.ts";
import type { Act } from "../publishing.ts";
import type { ImportRunOptions } from "../store.ts";
import type { KeptName } from "./kept-names.ts";
import { RunLog } from "./log/run-log.ts";
import { type Prepare, rowOf } from "./prepare.ts";
import { ChangedKeys } from "./search/changed-keys.ts";
import { keyOf } from "./statement-key.ts";
import { writeDayCounts, writeNameCounts } from "./write-counts.ts";

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

export interface DayEntry {
  added: number;
  lastPlace: number;
}

export interface SpellingEntry {
  name: number;
  written: string;
  added: number;
}

type Numbered = "statement" | "revision" | "source" | "file" | "folder" | "run";

interface RunOptions extends Pick<ImportRunOptions, "at" | "now" | "sample"> {
  /** An import, unless another is given. */
  act?: Act;
  reason?: string | null;
}

/** Entries that are held in memory before they are written. */
const HELD = 10_000;

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
  /** Where what the run does is written down for ever. */
  readonly log: RunLog;
  readonly #prepare: Prepare;
  readonly #at: Instant;
  readonly #now: () => Instant;
  readonly #sample: boolean;
  readonly #act: Act;
  readonly #reason: string | null;
  readonly #days = new Map<number, DayEntry>();
  readonly #spellings = new Map<string, SpellingEntry>();
  readonly #numbers = new Map<Numbered, number>();
  #run: number | null = null;
  #lastChange: number | null = null;

  constructor(prepare: Prepare, options: RunOptions) {
    this.#prepare = prepare;
    this.#at = options.at;
    this.#now = options.now ?? (() => options.at);
    this.#sample = options.sample;
    this.#act = options.act ?? "import";
    this.#reason = options.reason ?? null;
    this.log = new RunLog(prepare, () => ({
      number: this.run(),
      at: this.#at,
      revision: this.last("revision"),
    }));
  }

  /** The next free number of that table. */
  next(table: Numbered): number {
    const next = this.last(table) + 1;
    this.#numbers.set(table, next);
    return next;
  }

  /** The last number of that table that was given. */
  last(table: Numbered): number {
    const last = this.#numbers.get(table) ?? this.#lastNumber(table);
    this.#numbers.set(table, last);
    return last;
  }

  #lastNumber(table: Numbered): number {
    const last = this.#lastOf(table);
    // A statement that was taken away keeps its number.
    return table === "statement" ? Math.max(last, this.#lastOf("tombstone")) : last;
  }

  #lastOf(table: Numbered | "tombstone"): number {
    const sql = `SELECT number FROM ${table} WHERE number >= 0 ORDER BY number DESC LIMIT 1`;
    return rowOf<{ number: number }>(this.#prepare(sql))?.number ?? 0;
  }

  get at(): Instant {
    return this.#at;
  }

  /** The number of this run, which has a row only once something has changed. */
  run(): number {
    if (this.#run !== null) return this.#run;
    this.#run = this.next("run");
    const sql = `INSERT INTO run (number, at, act, reason, first_change, first_revision)
      VALUES (?, ?, ?, ?, ?, ?)`;
    const first = [this.changes() + 1, this.#lastNumber("revision") + 1];
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

  /** Counts a statement in at the end of its day: its key. */
  enterDay(date: IsoDate): number {
    const day = dayNumber(date);
    const entry = this.#day(day);
    if (entry.lastPlace === LAST_PLACE) throw new RangeError(`${date} is full`);
    entry.added++;
    entry.lastPlace++;
    return keyOf(day, entry.lastPlace);
  }

  /** Counts a statement in at the place in its day that it had before. */
  reenterDay(day: number): void {
    this.#day(day).added++;
  }

  /** Counts a statement in at a place in its day that nobody has had: its key. */
  enterPlace(day: number, place: number): number {
    const entry = this.#day(day);
    entry.added++;
    entry.lastPlace = Math.max(entry.lastPlace, place);
    return keyOf(day, place);
  }

  /** No place up to this one is given again in that day. */
  reachPlace(day: number, last: number): void {
    const entry = this.#day(day);
    entry.lastPlace = Math.max(entry.lastPlace, last);
  }

  leaveDay(day: number): void {
    this.#day(day).added--;
  }

  #day(day: number): DayEntry {
    const known = this.#days.get(day);
    if (known) return known;
    if (this.#days.size >= HELD) this.#writeDays();
    const row = rowOf<{ last: number }>(
      this.#prepare("SELECT last FROM place_given WHERE day = ?"),
      day,
    );
    const entry = { added: 0, lastPlace: row?.last ?? 0 };
    this.#days.set(day, entry);
    return entry;
  }

  /** Counts a statement in under a name: the name's number, or `null` for no name. */
  enterName(kind: KeptName, written: string | null): number | null {
    if (written === null) return null;
    const entry = this.#spelling(kind, written);
    entry.added++;
    return entry.name;
  }

  /** Counts a statement out: the name's number, or `null` for no name. */
  leaveName(kind: KeptName, written: string | null): number | null {
    if (written === null) return null;
    const entry = this.#spelling(kind, written);
    entry.added--;
    return entry.name;
  }

  #spelling(kind: KeptName, written: string): SpellingEntry {
    const key = `${kind} ${written}`;
    const known = this.#spellings.get(key);
    if (known) return known;
    if (this.#spellings.size >= HELD) this.#writeNames();
    const entry = { name: this.#nameNumber(kind, foldName(written)), written, added: 0 };
    this.#spellings.set(key, entry);
    return entry;
  }

  #nameNumber(kind: KeptName, folded: string): number {
    const sql = "SELECT number FROM name WHERE kind = ? AND folded = ?";
    const row = rowOf<{ number: number }>(this.#prepare(sql), kind, folded);
    if (row) return row.number;
    const insert = this.#prepare("INSERT INTO name (kind, folded, count) VALUES (?, ?, 0)");
    return Number(insert.run(kind, folded).lastInsertRowid);
  }

  /** Writes everything that is still held, if the run has changed anything. */
  finish(): void {
    if (!this.changed) return;
    this.#writeDays();
    this.#writeNames();
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

  #writeDays(): void {
    writeDayCounts(this.#prepare, this.#days);
    this.#days.clear();
  }

  #writeNames(): void {
    writeNameCounts(this.#prepare, this.#spellings.values());
    this.#spellings.clear();
  }
}
