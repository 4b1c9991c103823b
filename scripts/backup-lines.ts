import type { LogLoss } from "../src/backups/log-loss.ts";
import type { Proved } from "../src/backups/prove-archive.ts";
import type { RestoredBackup } from "../src/backups/restore-backup.ts";

/** `3 statements with 1 later revision, as of 2026-05-22T10:00:00Z` */
export function archiveLine({ statements, laterRevisions, changedAt }: Proved): string {
  const revisions =
    laterRevisions === 0 ? "" : ` with ${counted(laterRevisions, "later revision")}`;
  const asOf = changedAt === null ? "never changed" : `as of ${changedAt}`;
  return `${counted(statements, "statement")}${revisions}, ${asOf},`;
}

export function restoredLines(restored: RestoredBackup): string[] {
  const { file, archive, kept, log } = restored;
  const lines = [`Restored ${archiveLine(restored)} from ${file} to ${archive}`];
  if (log !== null && log.lost > 0) lines.push(lossLine(log));
  if (kept !== null) lines.push(`What was there before is kept in ${kept}`);
  return lines;
}

function lossLine({ common, lost }: LogLoss): string {
  return `The log loses ${lost} ${lost === 1 ? "entry" : "entries"}: checkpoints of more than ${common} entries no longer fit it, and --shorten-log says that this is meant`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
