import { dateOfDayNumber, dayNumber, type IsoDate, partsOf } from "../../statements/iso-date.ts";
import type { Period } from "../../statements/period.ts";
import type { NameKind } from "../../statements/statement-filter.ts";
import type { ArchiveSummary, NameCount, PeriodCount } from "../store.ts";
import { type Prepare, rowOf, rowsOf } from "./prepare.ts";
import { dateOfKey, LOWEST_KEY } from "./statement-key.ts";

type Unit = "year" | "month" | "day";

interface CountRow {
  number: number;
  count: number;
}

const LAST_NUMBER = Number.MAX_SAFE_INTEGER;

/** See `Store.summary`. */
export function readSummary(prepare: Prepare): ArchiveSummary {
  const row = rowOf<Omit<ArchiveSummary, "first" | "last" | "sample"> & { sample: number }>(
    prepare(`SELECT generation, total, headlines_derived AS headlinesDerived,
      later_revisions AS laterRevisions, files, missing_files AS missingFiles,
      changed_at AS changedAt, sample FROM archive WHERE one = 1`),
  );
  if (!row) throw new Error("the archive has lost its row of counts");
  const first = endOfArchive(prepare, "ASC");
  return { ...row, first, last: endOfArchive(prepare, "DESC"), sample: row.sample === 1 };
}

function endOfArchive(prepare: Prepare, direction: "ASC" | "DESC"): IsoDate | null {
  const sql = `SELECT key FROM statement WHERE key >= ? ORDER BY key ${direction} LIMIT 1`;
  const row = rowOf<{ key: number }>(prepare(sql), LOWEST_KEY);
  return row ? dateOfKey(row.key) : null;
}

/** See `Store.counts`; of all statements of the period. */
export function readCounts(prepare: Prepare, unit: Unit, { from, to }: Period): PeriodCount[] {
  const sql = `SELECT number, count FROM ${unit} WHERE number >= ? AND number <= ? ORDER BY number`;
  const low = from === null ? 0 : periodNumber(unit, from);
  const high = to === null ? LAST_NUMBER : periodNumber(unit, to);
  const rows = rowsOf<CountRow>(prepare(sql), low, high);
  return rows.map(({ number, count }) => ({ period: writtenPeriod(unit, number), count }));
}

/** See `Store.nearestDays`; of all statements. */
export function readNearestDays(prepare: Prepare, from: IsoDate, to: IsoDate) {
  const before = "SELECT number, count FROM day WHERE number < ? ORDER BY number DESC LIMIT 1";
  const after = "SELECT number, count FROM day WHERE number > ? ORDER BY number LIMIT 1";
  return {
    before: dayCount(rowOf<CountRow>(prepare(before), dayNumber(from))),
    after: dayCount(rowOf<CountRow>(prepare(after), dayNumber(to))),
  };
}

function dayCount(row: CountRow | undefined): PeriodCount | null {
  return row ? { period: writtenPeriod("day", row.number), count: row.count } : null;
}

/** The number under which the unit's table keeps the period that holds the day. */
export function periodNumber(unit: Unit, date: IsoDate): number {
  const { year, month } = partsOf(date);
  if (unit === "day") return dayNumber(date);
  return unit === "year" ? year : year * 12 + month - 1;
}

function writtenPeriod(unit: Unit, number: number): string {
  if (unit === "day") return dateOfDayNumber(number) as IsoDate;
  const year = String(unit === "year" ? number : Math.floor(number / 12)).padStart(4, "0");
  return unit === "year" ? year : `${year}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/** See `Store.names`. */
export function readNames(prepare: Prepare, kind: NameKind): NameCount[] {
  const rows = rowsOf<{ name: number; count: number; written: string; spelled: number }>(
    prepare(`SELECT n.number AS name, n.count, w.written, w.count AS spelled
      FROM name n JOIN spelling w ON w.name = n.number WHERE n.kind = ?`),
    kind,
  );
  const shown = new Map<number, (typeof rows)[number]>();
  for (const row of rows) {
    const best = shown.get(row.name);
    const better = !best || row.spelled > best.spelled;
    if (better || (row.spelled === best.spelled && row.written < best.written)) {
      shown.set(row.name, row);
    }
  }
  return [...shown.values()]
    .map(({ written, count }) => ({ name: written, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
