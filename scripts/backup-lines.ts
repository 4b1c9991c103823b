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
  const { file, archive, kept } = restored;
  const done = `Restored ${archiveLine(restored)} from ${file} to ${archive}`;
  if (kept === null) return [done];
  return [done, `What was there before is kept in ${kept}`];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
