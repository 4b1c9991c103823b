import { createHash } from "node:crypto";
import { readStatementFile } from "../import/read-statement-file.ts";
import { loggedRevision } from "../store/sqlite/log/logged-revisions.ts";
import { type Prepare, rowOf, rowsOf } from "../store/sqlite/prepare.ts";
import { readBytes, type StoredBytes } from "../store/sqlite/stored-bytes.ts";
import { type Altered, alteredTeller, guarded, type Tell } from "./finding.ts";

type SourceRow = StoredBytes & {
  number: number;
  run: number;
  sha256: Buffer;
  file: string | null;
  statement: number | null;
  id: string | null;
  n: number;
  text: string;
  erased: number | null;
};

/** Files may be large, and are held so many at a time. */
const AT_ONCE = 20;

/**
 * Expects that the bytes of each file have their SHA-256, and that reading the file again gives the day and the text of its wording. The
 * numbers of the observations that are not so.
 */
export function checkSources(prepare: Prepare, tell: Tell): Set<number> {
  const wrong = new Set<number>();
  const sql = `SELECT o.number, o.run, o.sha256, o.before, o.after, o.bytes, f.path AS file, r.statement,
      coalesce(s.id, t.id) AS id, r.n, r.text, r.erased
    FROM source o LEFT JOIN file f ON f.number = o.file LEFT JOIN revision r ON r.number = o.revision
    LEFT JOIN statement s ON s.number = r.statement LEFT JOIN tombstone t ON t.number = r.statement
    WHERE o.number > ? ORDER BY o.number LIMIT ${AT_ONCE}`;
  for (let last = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = rowsOf<SourceRow>(prepare(sql), last);
    for (const row of rows) {
      const what = row.id === null ? `source ${row.number}` : `${row.id}@${row.n}`;
      const note: Tell = (finding) => {
        wrong.add(row.number);
        tell(finding);
      };
      guarded(note, what, () => checkSource(prepare, row, alteredTeller(note, what)));
    }
    if (rows.length < AT_ONCE) return wrong;
    last = rows[AT_ONCE - 1]?.number ?? last;
  }
}

function checkSource(prepare: Prepare, row: SourceRow, altered: Altered): void {
  const { statement, file, text, erased, sha256 } = row;
  if (statement === null || file === null) {
    altered("a file of it belongs to nothing");
    return;
  }
  if (erased !== null) return;
  const bytes = readBytes(row, text);
  if (!createHash("sha256").update(bytes).digest().equals(sha256)) {
    if (!isEmptied(prepare, row)) altered(`the bytes of ${file} do not have their SHA-256`);
    return;
  }
  const read = readStatementFile(file, bytes, { dateFromName: true });
  if ("refused" in read) {
    altered(`${file} is no statement file: ${read.refused}`);
    return;
  }
  const date = loggedRevision(prepare, statement, row.n)?.date;
  if (read.date !== date) altered(`${file} says that its day is ${read.date}, the archive ${date}`);
  if (read.text !== text) altered(`${file} has another text than the archive`);
}

/** Words that came back from another file do not bring back the bytes of the first. */
function isEmptied(prepare: Prepare, { before, after, bytes, statement, run }: SourceRow): boolean {
  if (bytes !== null || before.length > 0 || after.length > 0) return false;
  const sql = "SELECT 1 FROM event WHERE statement = ? AND kind = 'withdrawn' AND run > ? LIMIT 1";
  return rowOf(prepare(sql), statement, run) !== undefined;
}
