import { dayNumber, type IsoDate } from "../../statements/iso-date.ts";
import { LAST_PLACE } from "../../statements/position.ts";
import { type Prepare, rowOf } from "./prepare.ts";
import { keyOf } from "./statement-key.ts";
import { type DayEntry, writeDayCounts } from "./write-counts.ts";

/** Days that are held in memory before they are written. */
const HELD = 10_000;

/** The counts of days, and the last places given in them, as a run changes them. */
export class RunDays {
  readonly #prepare: Prepare;
  readonly #days = new Map<number, DayEntry>();

  constructor(prepare: Prepare) {
    this.#prepare = prepare;
  }

  /** Counts a statement in at the end of its day: its key. */
  enter(date: IsoDate): number {
    const day = dayNumber(date);
    const entry = this.#day(day);
    if (entry.lastPlace === LAST_PLACE) throw new RangeError(`${date} is full`);
    entry.added++;
    entry.lastPlace++;
    return keyOf(day, entry.lastPlace);
  }

  /** Counts a statement in at the place in its day that it had before. */
  reenter(day: number): void {
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

  leave(day: number): void {
    this.#day(day).added--;
  }

  #day(day: number): DayEntry {
    const known = this.#days.get(day);
    if (known) return known;
    if (this.#days.size >= HELD) this.write();
    const row = rowOf<{ last: number }>(
      this.#prepare("SELECT last FROM place_given WHERE day = ?"),
      day,
    );
    const entry = { added: 0, lastPlace: row?.last ?? 0 };
    this.#days.set(day, entry);
    return entry;
  }

  /** Writes what is held. */
  write(): void {
    writeDayCounts(this.#prepare, this.#days);
    this.#days.clear();
  }
}
