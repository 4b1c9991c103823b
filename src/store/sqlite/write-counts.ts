import { dateOfDayNumber, type IsoDate } from "../../statements/iso-date.ts";
import type { Prepare } from "./prepare.ts";
import { periodNumber } from "./read-counts.ts";

/** What a run changes of a day. */
export interface DayEntry {
  added: number;
  lastPlace: number;
}

/** What it changes of a name as written so; `name`: its number. */
export interface SpellingEntry {
  name: number;
  written: string;
  added: number;
}

/** Adds what each day gained or lost to its own count, its month's and its year's, and notes its last place. */
export function writeDayCounts(prepare: Prepare, days: Map<number, DayEntry>): void {
  for (const [day, { added, lastPlace }] of days) {
    prepare("INSERT OR REPLACE INTO place_given (day, last) VALUES (?, ?)").run(day, lastPlace);
    const date = dateOfDayNumber(day) as IsoDate;
    for (const unit of ["day", "month", "year"] as const) {
      addToPeriod(prepare, unit, periodNumber(unit, date), added);
    }
  }
}

function addToPeriod(prepare: Prepare, unit: string, number: number, added: number): void {
  if (added === 0) return;
  const sql = `INSERT INTO ${unit} (number, count) VALUES (?, ?)
    ON CONFLICT (number) DO UPDATE SET count = count + excluded.count`;
  prepare(sql).run(number, added);
  if (added < 0) prepare(`DELETE FROM ${unit} WHERE number = ? AND count = 0`).run(number);
}

/** Adds what each spelling gained or lost to its own count and its name's. */
export function writeNameCounts(prepare: Prepare, spellings: Iterable<SpellingEntry>): void {
  for (const { name, written, added } of spellings) {
    prepare("UPDATE name SET count = count + ? WHERE number = ?").run(added, name);
    const sql = `INSERT INTO spelling (name, written, count) VALUES (?, ?, ?)
      ON CONFLICT (name, written) DO UPDATE SET count = count + excluded.count`;
    prepare(sql).run(name, written, added);
    prepare("DELETE FROM spelling WHERE name = ? AND written = ? AND count = 0").run(name, written);
  }
}
