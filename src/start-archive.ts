import path from "node:path";
import type { Config } from "./config.ts";
import { DatelineError } from "./errors.ts";
import { presentInstant } from "./present-instant.ts";
import { PROJECT_ROOT } from "./project-root.ts";
import { openStore } from "./store/open-store.ts";
import type { Store } from "./store/store.ts";

/**
 * Makes or upgrades the archive where needed, and imports the folders, or the sample where nothing was ever imported. The
 * archive is closed again: the site opens it read-only. Throws `usage` for a folder that is not there.
 */
export async function prepareArchive(config: Config, folders: string[]): Promise<void> {
  const store = await writableArchive(config.database, folders);
  if (!store) return;
  try {
    const sample = folders.length === 0;
    if (sample && (await store.summary()).generation > 0) return;
    const sources = sample ? [SAMPLE] : folders.map((folder) => ({ path: folder, source: null }));
    await importInto(store, sources, config, sample);
  } finally {
    await store.close();
  }
}

const SAMPLE = { path: path.join(PROJECT_ROOT, "data", "statements"), source: "sample" };

/** What reads files is loaded where there are any to read: it takes longer than all the rest. */
async function importInto(
  store: Store,
  sources: { path: string; source: string | null }[],
  { language, maxFileBytes }: Config,
  sample: boolean,
): Promise<void> {
  const { importFolders } = await import("./import/import-folders.ts");
  const { importReporter } = await import("./import-reporter.ts");
  const { report, ...following } = importReporter(process.stderr);
  const times = { at: presentInstant(), now: presentInstant };
  const options = { ...times, sample, dryRun: false, dateFromName: false, language, maxFileBytes };
  report(await importFolders(store, sources, { ...options, ...following }));
}

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
