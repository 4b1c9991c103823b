import { rmSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import type Database from "better-sqlite3";
import { openDatabase } from "../store/sqlite/driver.ts";

const LOCK = "lock";

/**
 * Runs `work` with a new folder beside `target`, `TARGET.making-…`, on the same file system, and takes it away in the end, on a signal
 * that asks the process to stop, too. What a process that was killed has left beside the same target goes first.
 */
export async function inMakingFolder<Result>(
  target: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  await removeAbandoned(target);
  const folder = await mkdtemp(`${target}.making-`);
  const lock = lockOf(folder);
  const stop = (signal: NodeJS.Signals) => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    return await work(folder);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
    lock?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The system gives a lock up with the process that holds it, however that ends. */
async function removeAbandoned(target: string): Promise<void> {
  const { dir, base } = path.parse(target);
  for (const name of await readdir(dir)) {
    if (!name.startsWith(`${base}.making-`)) continue;
    const folder = path.join(dir, name);
    const lock = lockOf(folder);
    if (!lock) continue;
    lock.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Holds the folder for this process until it is closed; `null` where another has it, or it is no such folder. */
function lockOf(folder: string): Database.Database | null {
  try {
    const lock = openDatabase(path.join(folder, LOCK), { timeout: 0 });
    try {
      lock.exec("BEGIN EXCLUSIVE");
      return lock;
    } catch {
      lock.close();
      return null;
    }
  } catch {
    return null;
  }
}
