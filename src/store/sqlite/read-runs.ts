import type { RunRecord } from "../publishing.ts";
import { type Prepare, rowsOf } from "./prepare.ts";

/** See `Store.runs`. */
export function readRuns(prepare: Prepare): RunRecord[] {
  return rowsOf<RunRecord>(
    prepare(`SELECT u.number, u.at, u.act, u.reason, u.added, u.revised, u.withdrawn, u.restored,
      (SELECT d.name FROM revision r JOIN source o ON o.number = r.source
        JOIN file f ON f.number = o.file JOIN folder d ON d.number = f.folder
        WHERE r.number = u.first_revision AND r.run = u.number AND u.act = 'import') AS folder,
      u.undone AS undoneBy
      FROM run u WHERE u.number > 0 ORDER BY u.number DESC`),
  );
}
