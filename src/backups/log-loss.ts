import type Database from "better-sqlite3";
import { DatelineError } from "../errors.ts";
import { readHead } from "../store/sqlite/log/read-log.ts";
import { isLogMade } from "../store/sqlite/log/rebuild-log.ts";
import { type Prepare, preparing, rowOf } from "../store/sqlite/prepare.ts";
import { isDamage } from "../store/sqlite/sqlite-errors.ts";
import { commonEntries } from "../verify/common-entries.ts";

/** What becomes of the log of an archive when another takes its place. */
export interface LogLoss {
  /** How many entries both begin with. Checkpoints of more entries than these are no longer kept to. */
  common: number;
  /** How many entries behind them are lost. */
  lost: number;
}

/** `null` where there is no log to lose: the sample's ends with it, and one that cannot be read any more is lost already. */
export async function logLoss(
  archive: Database.Database,
  successor: Database.Database,
): Promise<LogLoss | null> {
  try {
    const before = preparing(archive);
    if (!hasLog(before)) return null;
    const common = await commonEntries(before, preparing(successor));
    return { common, lost: readHead(before).size - common };
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

function hasLog(prepare: Prepare): boolean {
  const table = prepare("SELECT 1 FROM sqlite_schema WHERE name = 'log_entry'");
  if (!rowOf(table) || !isLogMade(prepare)) return false;
  return rowOf<{ sample: number }>(prepare("SELECT sample FROM archive"))?.sample === 0;
}

/** Throws `usage`, saying what would be lost. */
export function refuseLoss(loss: LogLoss | null, archive: string): void {
  if (!loss || loss.lost === 0) return;
  const { common, lost } = loss;
  const message =
    `The log of ${archive} has ${common + lost} entries, and agrees with the backup's in the first ${common}: to restore it would take ` +
    `${lost} ${lost === 1 ? "entry" : "entries"} out of it. Whoever kept a checkpoint of more than ${common} entries could show that, and ` +
    "would no longer find the archive proved by it. Nothing was changed; --shorten-log restores it all the same.";
  throw new DatelineError("usage", message);
}
