import { LOGGED } from "../../log/log-entry.ts";
import { dateOfDayNumber, type IsoDate } from "../../statements/iso-date.ts";
import type { KeptHead, KeptPage, KeptParts, KeptRun } from "../history.ts";
import { readHead } from "./log/read-log.ts";
import { type Prepare, rowOf, rowsOf } from "./prepare.ts";
import { readSummary } from "./read-counts.ts";
import { readKeptStatements } from "./read-kept-statements.ts";

const AT_ONCE = 1000;

/** See `Snapshot.keptHead`. */
export function readKeptHead(prepare: Prepare): KeptHead {
  const { generation, changedAt, sample } = readSummary(prepare);
  const changes = rowOf<{ changes: number }>(prepare("SELECT changes FROM archive WHERE one = 1"));
  return {
    generation,
    changedAt,
    changes: changes?.changes ?? 0,
    sample,
    log: readHead(prepare),
  };
}

/** See `Snapshot.kept`. */
export function readKept(
  prepare: Prepare,
  part: keyof KeptParts,
  after: string | null,
): KeptPage<keyof KeptParts> {
  if (part === "statements") return readKeptStatements(prepare, after);
  return READERS[part](prepare, Number(after ?? -1));
}

type Reader = (prepare: Prepare, after: number) => KeptPage<keyof KeptParts>;

const READERS: Record<Exclude<keyof KeptParts, "statements">, Reader> = {
  runs: (prepare, after) =>
    pageOf<KeptRun>(
      prepare(`SELECT number AS place, number, at, shown_at AS shownAt, act, reason,
        first_change AS firstChange, first_revision AS firstRevision, added, revised, withdrawn, restored,
        undone AS undoneBy FROM run WHERE number > ? ORDER BY number LIMIT ${AT_ONCE}`),
      after,
      (run) => run,
    ),
  files: (prepare, after) =>
    pageOf<Record<"missing" | "overruled" | "main", number>>(
      prepare(`SELECT f.number AS place, f.number, d.name AS folder, f.path, coalesce(s.id, t.id) AS statement, f.source,
        f.missing, f.overruled, coalesce(s.file = f.number, 0) AS main
        FROM file f JOIN folder d ON d.number = f.folder
        LEFT JOIN statement s ON s.number = f.statement LEFT JOIN tombstone t ON t.number = f.statement
        WHERE f.number > ? ORDER BY f.number LIMIT ${AT_ONCE}`),
      after,
      ({ missing, overruled, main, ...file }) => ({
        ...file,
        missing: missing === 1,
        overruled: overruled === 1,
        main: main === 1,
      }),
    ),
  log: (prepare, after) =>
    pageOf<{ change: number; day: number }>(
      prepare(`SELECT number AS place, run, revision, statement, n, change, day, source, record FROM log_entry
        WHERE number > ? ORDER BY number LIMIT ${AT_ONCE}`),
      after,
      ({ change, day, ...entry }) => ({
        ...entry,
        change: LOGGED[change],
        date: dateOfDayNumber(day),
      }),
    ),
  days: (prepare, after) =>
    pageOf<{ last: number; place: number }>(
      prepare(
        `SELECT day AS place, last FROM place_given WHERE day > ? ORDER BY day LIMIT ${AT_ONCE}`,
      ),
      after,
      ({ last }, place) => ({ date: dateOfDayNumber(place) as IsoDate, last }),
    ),
};

function pageOf<Row>(
  statement: ReturnType<Prepare>,
  after: number,
  itemOf: (row: Row, place: number) => object,
): KeptPage<keyof KeptParts> {
  const rows = rowsOf<Row & { place: number }>(statement, after);
  const items = rows.map(({ place, ...row }) => itemOf(row as unknown as Row, place));
  const last = rows.length === AT_ONCE ? rows[AT_ONCE - 1] : undefined;
  return { items, next: last ? String(last.place) : null } as KeptPage<keyof KeptParts>;
}
