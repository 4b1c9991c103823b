import { copyFile } from "node:fs/promises";
import path from "node:path";
import { DatelineError } from "../errors.ts";
import type { Instant } from "../statements/statement.ts";
import { openStore } from "../store/open-store.ts";
import { expectArchive } from "../store/sqlite/connect.ts";
import { openDatabase } from "../store/sqlite/driver.ts";
import { foreign, inspectFile } from "../store/sqlite/inspect-file.ts";
import { readMigrations } from "../store/sqlite/migrations.ts";
import { isDamage } from "../store/sqlite/sqlite-errors.ts";
import type { Tell } from "../verify/finding.ts";
import { verifyDatabase } from "../verify/verify-archive.ts";

/** What an archive that was found sound holds. */
export interface Proved {
  /** How many statements and later revisions. */
  statements: number;
  laterRevisions: number;
  generation: number;
  /** When an import last changed it; `null` before the first. */
  changedAt: Instant | null;
}

/** So many faults are named. */
const MOST_NAMED = 5;

/**
 * Opens the copy as the site would, brings one of an earlier release to the form of this one, and looks at all of it. Throws `foreign`
 * for what is no archive, or a damaged one, with what was found. `name` stands for it in messages.
 */
export async function proveArchive(copy: string, name: string): Promise<Proved> {
  expectKnown(copy, name);
  await upgrade(copy, name);
  const faults = await faultsOf(copy);
  if (faults.length > 0) throw foreign(name, `a damaged archive: ${faults.join("; ")}`);
  const store = await openStore(copy, { readOnly: false });
  try {
    const { total, laterRevisions, generation, changedAt } = await store.summary();
    return { statements: total, laterRevisions, generation, changedAt };
  } finally {
    await store.close();
  }
}

/** As `proveArchive`, leaving the copy in the form of its release. */
export async function proveAsItIs(copy: string, name: string): Promise<Proved> {
  expectKnown(copy, name);
  if (isOfThisRelease(copy)) return proveArchive(copy, name);
  const upgraded = path.join(path.dirname(copy), "upgraded");
  await copyFile(copy, upgraded);
  return proveArchive(upgraded, name);
}

function isOfThisRelease(copy: string): boolean {
  try {
    expectArchive(copy);
    return true;
  } catch {
    return false;
  }
}

function expectKnown(copy: string, name: string): void {
  const schema = inNameOf(copy, name, () => inspectFile(copy, false));
  if (schema === null || schema === 0) throw foreign(name, "an empty file");
  const latest = readMigrations().length;
  if (schema <= latest) return;
  throw foreign(name, `one of a later release (schema ${schema}; this release knows ${latest})`);
}

/** A damaged one may fail at any step of it. */
async function upgrade(copy: string, name: string): Promise<void> {
  try {
    await (await openStore(copy, { readOnly: false })).close();
  } catch (error) {
    const cause = error instanceof DatelineError ? error.cause : error;
    if (isDamage(cause)) throw foreign(name, `a damaged archive: ${(cause as Error).message}`);
    throw error;
  }
}

/** Files are not read again: a backup is to be as the archive was, whatever a later release reads. */
async function faultsOf(copy: string): Promise<string[]> {
  const database = openDatabase(copy, { fileMustExist: true });
  const faults: string[] = [];
  const tell: Tell = ({ kind, what, why }) => {
    if (faults.length < MOST_NAMED) faults.push(`${kind}: ${what}: ${why}`);
  };
  try {
    await verifyDatabase(database, { earlier: null, readings: false, tell });
  } catch (error) {
    // What is too damaged to be read is damaged, too.
    faults.push((error as Error).message);
  } finally {
    database.close();
  }
  return faults;
}

/** Messages name the file that was given, not the copy of it. */
function inNameOf<Result>(copy: string, name: string, look: () => Result): Result {
  try {
    return look();
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    throw new DatelineError(error.code, error.message.replaceAll(copy, name), { cause: error });
  }
}
