import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { chmod, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { DatelineError } from "../errors.ts";
import { connectToRead } from "../store/sqlite/connect.ts";
import { copyDatabase, type OnCopied } from "../store/sqlite/copy-database.ts";
import { inspectFile } from "../store/sqlite/inspect-file.ts";
import { asDatelineError } from "./failures.ts";
import { inMakingFolder } from "./making-folder.ts";
import { type Proved, proveAsItIs } from "./prove-archive.ts";
import { putInPlace } from "./put-in-place.ts";

/** What was backed up. */
export interface Backup extends Proved {
  /** Absolute. */
  file: string;
  bytes: number;
  /** SHA-256 of the file, 64 lower-case hexadecimal digits. */
  sha256: string;
}

export interface BackupOptions {
  /** Whether a file that is there already is replaced. */
  overwrite: boolean;
  onCopied?: OnCopied;
  /** Called once when all is copied and it begins to be looked at. */
  onCopy?: () => void;
}

/**
 * Makes one file of the present state of the archive at `database`, whoever reads and writes it meanwhile. It is proved to be a whole
 * archive before it has the name `target`; until then nothing has, or what had it stays. Throws `usage` where something
 * has it, or its folder is not there, `foreign` for an archive that is damaged, and `unavailable`.
 */
export async function makeBackup(
  database: string,
  target: string,
  options: BackupOptions,
): Promise<Backup> {
  const file = path.resolve(target);
  expectArchive(database);
  expectRoom(file, database, options.overwrite);
  try {
    return await inMakingFolder(file, async (folder) => {
      const copy = path.join(folder, "copy");
      await copyArchive(database, copy, options.onCopied);
      options.onCopy?.();
      const proved = await proveAsItIs(copy, database);
      await chmod(copy, statSync(database).mode & 0o777);
      const { size: bytes } = await stat(copy);
      const sha256 = await sha256Of(copy);
      await putInPlace(copy, file, options.overwrite);
      return { file, bytes, sha256, ...proved };
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw isThere(file);
    throw asDatelineError(error, `the backup ${file} could not be made`);
  }
}

/** The present state of the archive, as one file. */
export async function copyArchive(
  database: string,
  to: string,
  onCopied?: OnCopied,
): Promise<void> {
  const live = connectToRead(database, true);
  try {
    await copyDatabase(live, to, onCopied);
  } finally {
    live.close();
  }
}

function expectArchive(database: string): void {
  if ((inspectFile(database, false) ?? 0) > 0) return;
  throw new DatelineError("unavailable", `Expected an archive at ${database}, found none.`);
}

function expectRoom(file: string, database: string, overwrite: boolean): void {
  const folder = path.dirname(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DatelineError("usage", `Expected a folder ${folder} for the backup, found none.`);
  }
  const there = statSync(file, { throwIfNoEntry: false });
  if (!there) return;
  const archive = statSync(database);
  if (there.dev === archive.dev && there.ino === archive.ino) {
    throw new DatelineError("usage", `Expected another name: ${file} is the archive itself.`);
  }
  if (!there.isFile()) {
    throw new DatelineError("usage", `Expected the name of a file, but ${file} is none.`);
  }
  if (!overwrite) throw isThere(file);
}

function isThere(file: string): DatelineError {
  const message = `Expected a new name, but ${file} is there; --overwrite replaces it.`;
  return new DatelineError("usage", message);
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
