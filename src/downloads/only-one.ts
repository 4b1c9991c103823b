import path from "node:path";
import { openDatabase, SqliteError } from "../store/sqlite/driver.ts";

/**
 * Runs `work` unless another thread or process is at it in that folder; whether it did. The lock is SQLite's on an empty file,
 * which the system gives up with the process that holds it, however that ends.
 */
export async function onlyOne(folder: string, work: () => Promise<void>): Promise<boolean> {
  const lock = openDatabase(path.join(folder, "lock"), { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    await work();
    return true;
  } catch (error) {
    if (error instanceof SqliteError && error.code === "SQLITE_BUSY") return false;
    throw error;
  } finally {
    lock.close();
  }
}
