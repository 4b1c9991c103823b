import { readStatementFile } from "../import/read-statement-file.ts";
import { loggedRevision } from "../store/sqlite/log/logged-revisions.ts";
import { type Prepare, rowOf } from "../store/sqlite/prepare.ts";
import { checkedBytes } from "../store/sqlite/stored-bytes.ts";
import { guarded, type Tell } from "./finding.ts";
import { nameOf, type SourceRow, sourceRows } from "./source-rows.ts";

/** What the steps before have found. */
export interface Checked {
  /** What findings were told of. */
  named: ReadonlySet<string>;
  /** The log of the runs with lower numbers is as a checkpoint from before has it. */
  vouchedBefore: number;
}

/**
 * Reads every file again, as this release reads. That a reading differs does not say by itself that anything was altered: a later release
 * may read otherwise, and what the log says of a wording is what was read when it came. It decides, and where the log itself
 * may have been written anew, a checkpoint from before does (docs/decisions/0024-readings.md). How many readings differ, though a checkpoint vouches
 * for the words.
 */
export async function checkReadings(
  prepare: Prepare,
  checked: Checked,
  tell: Tell,
): Promise<number> {
  let vouched = 0;
  for await (const row of sourceRows(prepare)) {
    guarded(tell, nameOf(row), () => {
      const why = differenceOf(prepare, row);
      if (why === null) return;
      if (isVouched(prepare, row, checked)) vouched++;
      else tellOf(row, why, checked, tell);
    });
  }
  return vouched;
}

/** In what today's reading of the file differs from the wording; `null` where it does not, or where its bytes are not there. */
function differenceOf(prepare: Prepare, row: SourceRow): string | null {
  const { statement, file, text, erased, n, sha256 } = row;
  if (statement === null || file === null || erased !== null) return null;
  const bytes = checkedBytes(row, text, sha256);
  if (bytes === "erased" || bytes === "damaged") return null;
  const read = readStatementFile(file, bytes, { dateFromName: true });
  if ("refused" in read) return `${file} is no statement file: ${read.refused}`;
  const date = loggedRevision(prepare, statement, n)?.date;
  if (read.date !== date) return `${file} says that its day is ${read.date}, the archive ${date}`;
  return read.text === text ? null : `${file} has another text than the archive`;
}

function isNamed(row: SourceRow, { named }: Checked): boolean {
  return named.has(nameOf(row)) || named.has(row.id ?? "");
}

/** Whether the wording is as it was logged, and came, and came back, before the checkpoint. */
function isVouched(prepare: Prepare, row: SourceRow, checked: Checked): boolean {
  if (isNamed(row, checked)) return false;
  const sql = `SELECT max(run) AS run FROM (SELECT run FROM revision WHERE statement = ? AND n = ?
    UNION ALL SELECT run FROM event WHERE statement = ? AND kind = 'restored')`;
  const last = rowOf<{ run: number }>(prepare(sql), row.statement, row.n, row.statement);
  return last !== undefined && last.run < checked.vouchedBefore;
}

const UNDECIDED =
  "this release reads it otherwise than the one that took it in, or words and log were both rewritten: a checkpoint from before tells";

function tellOf(row: SourceRow, why: string, checked: Checked, tell: Tell): void {
  const what = nameOf(row);
  if (isNamed(row, checked)) tell({ kind: "altered", what, why });
  else tell({ kind: "undecided", what, why: `${why}: ${UNDECIDED}` });
}
