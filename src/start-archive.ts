import path from "node:path";
import type { Config } from "./config.ts";
import { DatelineError } from "./errors.ts";
import { importFolders } from "./import/import-folders.ts";
import type { ImportOptions } from "./import/import-options.ts";
import type { ImportReport } from "./import/import-report.ts";
import { PROJECT_ROOT } from "./project-root.ts";
import { openStore } from "./store/open-store.ts";
import type { Store } from "./store/store.ts";

/** Follows an import while it runs, and prints its report. */
export interface ImportReporter extends Pick<ImportOptions, "onProgress" | "onWait"> {
  report(report: ImportReport): void;
}

/**
 * Makes or upgrades the archive where needed, and imports the folders, or the sample where nothing was ever imported. The
 * archive is closed again: the site opens it read-only. Throws `usage` for a folder that is not there.
 */
export async function prepareArchive(
  config: Config,
  folders: string[],
  reporter: ImportReporter,
): Promise<void> {
  const store = await writableArchive(config.database, folders);
  if (!store) return;
  try {
    const sample = folders.length === 0;
    if (sample && (await store.summary()).generation > 0) return;
    const sources = sample ? [SAMPLE] : folders.map((folder) => ({ path: folder, source: null }));
    const { language, maxFileBytes } = config;
    const at = `${new Date().toISOString().slice(0, 19)}Z`;
    const options = { at, sample, dryRun: false, dateFromName: false, language, maxFileBytes };
    reporter.report(await importFolders(store, sources, { ...options, ...reporter }));
  } finally {
    await store.close();
  }
}

const SAMPLE = { path: path.join(PROJECT_ROOT, "data", "statements"), source: "sample" };

/** `null` where the archive cannot be written and need not be: it may lie on a disk that is read-only. */
async function writableArchive(database: string, folders: string[]): Promise<Store | null> {
  try {
    return await openStore(database, { readOnly: false });
  } catch (error) {
    const needless = folders.length === 0 && error instanceof DatelineError;
    if (needless && error.code === "unavailable") return null;
    throw error;
  }
}
