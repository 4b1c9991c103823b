import type { IsoDate } from "../../statements/iso-date.ts";
import type { Instant } from "../../statements/statement.ts";
import { type Prepare, rowsOf } from "./prepare.ts";
import type { RunLedger } from "./run-ledger.ts";
import { clearSearch } from "./search/update-search.ts";
import { dateOfKey } from "./statement-key.ts";

/** What a reader of a former sample statement's address is told. */
export const SAMPLE_REMOVED = "It belonged to the sample archive that comes with Dateline.";

/** Places given out, runs and tombstones stay; generation and the rest of the archive's row are the run's to write. */
const EMPTIED = [
  "statement",
  "revision",
  "source",
  "file",
  "folder",
  "event",
  "day",
  "month",
  "year",
  "name",
  "spelling",
  "tagged",
];

/** Takes every statement of a sample archive away and leaves a tombstone for each. */
export function removeSample(prepare: Prepare, ledger: RunLedger, at: Instant): void {
  // Numbers of statements and names begin anew.
  prepare(`UPDATE tombstone SET number = NULL, agency_name = NULL, place_name = NULL,
    language_name = NULL WHERE number IS NOT NULL`).run();
  const statements = sampleStatements(prepare);
  clearSearch(prepare);
  ledger.log.clear();
  for (const table of EMPTIED) prepare(`DELETE FROM ${table}`).run();
  prepare(`UPDATE archive SET total = 0, headlines_derived = 0, later_revisions = 0,
    files = 0, missing_files = 0, sample = 0 WHERE one = 1`).run();
  for (const { id, date, digest } of statements) {
    const sql = `INSERT INTO tombstone (id, date, reason, removed_at, digest, run, changed)
      VALUES (?, ?, ?, ?, ?, ?, ?)`;
    const change = [ledger.run(), ledger.nextChange()];
    prepare(sql).run(id, date, SAMPLE_REMOVED, at, digest, ...change);
  }
}

function sampleStatements(prepare: Prepare): { id: string; date: IsoDate; digest: Buffer }[] {
  const sql = `SELECT s.key, s.id, r.digest FROM statement s
    JOIN revision r ON r.statement = s.number AND r.n = 1 WHERE s.key >= 0`;
  const rows = rowsOf<{ key: number; id: string; digest: Buffer }>(prepare(sql));
  return rows.map(({ key, id, digest }) => ({ id, date: dateOfKey(key), digest }));
}
