import type Database from "better-sqlite3";
import { isBusy } from "./sqlite-errors.ts";

/** Pages that are written before other work of the process gets its turn. */
const AT_ONCE = 1024;

/** Somebody has changed the archive since it was looked at, or is about to. */
export class ChangedMeanwhile extends Error {}

/**
 * Puts all that `source` holds in the place of the archive at `path`, as one transaction on its own file: whoever has it open, in this
 * process or another, reads the state before it until it is committed, and then the new one. Another file in its place would be read
 * through the old one's log. `live` is a connection to the archive that sees `before`, a state of `stateOf`. Throws
 * `ChangedMeanwhile` where it has another when its lock is held, or where another holds it, and `SqliteError`; then nothing was changed.
 */
export async function replaceArchive(
  source: Database.Database,
  path: string,
  live: Database.Database,
  before: number,
): Promise<void> {
  inWalMode(live);
  const { totalPages } = await source.backup(path, {
    progress: () => {
      // The first step holds the lock, and from then on nobody else can write.
      if (stateOf(live) !== before) throw new ChangedMeanwhile();
      return AT_ONCE;
    },
  });
  // The driver takes a destination that is busy for one that is done.
  if (totalPages === 0) throw new ChangedMeanwhile();
}

function inWalMode(live: Database.Database): void {
  try {
    live.pragma("journal_mode = WAL");
  } catch (error) {
    throw isBusy(error) ? new ChangedMeanwhile() : error;
  }
}

/** Another number whenever another connection has changed the database since. */
export function stateOf(live: Database.Database): number {
  return live.pragma("data_version", { simple: true }) as number;
}
