import { openSqliteStore } from "./sqlite/sqlite-store.ts";
import type { Store } from "./store.ts";

/**
 * The archive in the file at `path`. Opened for writing, it is made where nothing is (its folder too) and upgraded
 * where an earlier release made it. `readOnly` changes nothing, except that SQLite may put `-shm` and `-wal` beside it.
 *
 * Throws `foreign` for a file that is no archive or a later release's, naming what was found, and `unavailable` where
 * the file cannot be opened, or with `readOnly` where it does not exist or must first be upgraded.
 */
export function openStore(path: string, options: { readOnly: boolean }): Promise<Store> {
  return openSqliteStore(path, options);
}
