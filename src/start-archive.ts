import { existsSync } from "node:fs";
import path from "node:path";
import { isBag } from "./bags/is-bag.ts";
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
    await importAll(store, sources, config, sample);
  } finally {
    await store.close();
  }
}

const SAMPLE = { path: path.join(PROJECT_ROOT, "data", "statements"), source: "sample" };

/** A bag is put into the archive by itself. */
async function importAll(
  store: Store,
  sources: { path: string; source: string | null }[],
  config: Config,
  sample: boolean,
): Promise<void> {
  const bags = sources.filter(({ path }) => isBag(path));
  const folders = sources.filter((source) => !bags.includes(source));
  for (const bag of bags) await importBagInto(store, bag.path);
  if (folders.length > 0) await importInto(store, folders, config, sample);
}

async function importBagInto(store: Store, folder: string): Promise<void> {
  const { importBag } = await import("./bags/import-bag.ts");
  const { bagTable } = await import("../scripts/bag-table.ts");
  const times = { at: presentInstant(), now: presentInstant };
  process.stderr.write(
    bagTable(await importBag(store, folder, { ...times, dryRun: false }), false),
  );
}

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

/** `null` where the archive is there, cannot be written and need not be: it may lie on a disk that is read-only. */
async function writableArchive(database: string, folders: string[]): Promise<Store | null> {
  try {
    return await openStore(database, { readOnly: false });
  } catch (error) {
    const needless = folders.length === 0 && existsSync(database);
    if (needless && error instanceof DatelineError && error.code === "unavailable") return null;
    throw error;
  }
}
