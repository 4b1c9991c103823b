import type Database from "better-sqlite3";
import { openDatabase } from "./driver.ts";

/** Pages that are copied before other work of the process gets its turn: 16 MB of an archive. */
const AT_ONCE = 1024;

/** How far a copy is, in pages. */
export type OnCopied = (done: number, total: number) => void;

/**
 * Copies the state of the database that its next reading sees, whatever is written meanwhile, to a file that is not there
 * yet: one file, without a log beside it, all on the disk when the promise resolves. Throws `SqliteError`.
 */
export async function copyDatabase(
  from: Database.Database,
  to: string,
  onCopied: OnCopied = () => {},
): Promise<void> {
  from.exec("BEGIN");
  try {
    // The state is that of the first reading.
    from.prepare("SELECT count(*) FROM sqlite_schema").get();
    await from.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onCopied(totalPages - remainingPages, totalPages);
        return AT_ONCE;
      },
    });
  } finally {
    from.exec("ROLLBACK");
  }
  const copy = openDatabase(to);
  try {
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}
