import { statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { DatelineError } from "../errors.ts";
import { copyDatabase, type OnCopied } from "../store/sqlite/copy-database.ts";
import { openDatabase } from "../store/sqlite/driver.ts";
import { foreign, inspectFile } from "../store/sqlite/inspect-file.ts";
import { isDamage } from "../store/sqlite/sqlite-errors.ts";
import { asDatelineError } from "./failures.ts";
import { type LogLoss, logLoss } from "./log-loss.ts";
import { inMakingFolder } from "./making-folder.ts";
import { type Proved, proveArchive } from "./prove-archive.ts";
import { type Place, replaceWith, standingOf } from "./replace-with.ts";

/** What was restored, and what stood there before. */
export interface RestoredBackup extends Proved {
  /** The backup, absolute. */
  file: string;
  archive: string;
  /** The file that holds the archive as it was before; `null` where there was none. */
  kept: string | null;
  /** What the archive's log loses; `null` where it had none that could be read. */
  log: LogLoss | null;
}

export interface RestoreBackupOptions extends Pick<Place, "at" | "onWait" | "shortenLog"> {
  /** Look at the backup, and leave the archive as it is. */
  dryRun: boolean;
  onCopied?: OnCopied;
  /** Called once when all is copied and it begins to be looked at. */
  onCopy?: () => void;
}

/**
 * Puts the backup in the place of the archive at `database`, once a copy of it has been proved to be whole. A site that is running
 * shows it by itself; what was there before is kept beside it. Throws `usage` where there is no such file, or entries of the log would be
 * lost without leave, `foreign` for one that is no
 * backup, of a later release or damaged, and `unavailable`; then the archive is as before.
 */
export async function restoreBackup(
  database: string,
  backup: string,
  options: RestoreBackupOptions,
): Promise<RestoredBackup> {
  const file = path.resolve(backup);
  expectBackup(file, database);
  try {
    await mkdir(path.dirname(database), { recursive: true });
    return await inMakingFolder(database, async (folder) => {
      const copy = path.join(folder, "copy");
      await copyBackup(file, copy, options.onCopied);
      options.onCopy?.();
      const proved = await proveArchive(copy, file);
      const replaced = options.dryRun
        ? { kept: null, log: await lossIn(database, copy) }
        : await replaceWith(copy, { database, ...options });
      return { file, archive: database, ...replaced, ...proved };
    });
  } catch (error) {
    throw asDatelineError(error, `the backup ${file} could not be restored`);
  }
}

/** What a restoration would take out of the archive's log. */
async function lossIn(database: string, copy: string): Promise<LogLoss | null> {
  if (standingOf(database) !== "archive") return null;
  const live = openDatabase(database, { readonly: true, fileMustExist: true });
  const successor = openDatabase(copy, { readonly: true, fileMustExist: true });
  try {
    return await logLoss(live, successor);
  } finally {
    successor.close();
    live.close();
  }
}

/** Found without changing anything. */
function expectBackup(file: string, database: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new DatelineError("usage", `Expected a backup, but ${file} is not there.`);
  const archive = statSync(database, { throwIfNoEntry: false });
  if (archive && found.dev === archive.dev && found.ino === archive.ino) {
    throw new DatelineError("usage", `Expected a backup, but ${file} is the archive itself.`);
  }
  if ((inspectFile(file, true) ?? 0) === 0) throw foreign(file, "an empty file");
}

/** Read through SQLite: a copy of a live archive has a log beside it that belongs to it. */
async function copyBackup(file: string, copy: string, onCopied?: OnCopied): Promise<void> {
  const given = openDatabase(file, { readonly: true, fileMustExist: true });
  try {
    await copyDatabase(given, copy, onCopied);
  } catch (error) {
    if (isDamage(error)) throw foreign(file, `a damaged archive: ${(error as Error).message}`);
    throw error;
  } finally {
    given.close();
  }
}
