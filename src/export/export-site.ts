import { DatelineError } from "../errors.ts";
import type { Site } from "../pages/site.ts";
import type { Store } from "../store/store.ts";
import { createApp } from "../web/app.ts";
import { askedSite } from "./ask-site.ts";
import { ExportFolder, type FolderChanges } from "./export-folder.ts";
import { addressOfPage } from "./file-of-address.ts";
import { SiteExport } from "./site-export.ts";
import { statementAddresses } from "./statement-addresses.ts";
import { dateAddresses, goneAddresses, SITE_ADDRESSES, statementsOf } from "./walk-archive.ts";

/** So often it begins anew where the archive changes meanwhile. */
const MOST_PASSES = 5;

/** Files looked through at once for what is gone. */
const BATCH = 500;

export interface ExportOptions {
  store: Store;
  /** As readers reach it: its address stands on every page. */
  site: Site;
  folder: string;
  /** Called after each statement, with how many are written. */
  onProgress: (done: number, total: number) => void;
  /** Told of what fails within the site, a line each. */
  log: (line: string) => void;
}

export interface ExportReport extends FolderChanges {
  statements: number;
}

/**
 * Exports the whole site as files into a folder. What is there already is left as it is, and what the site no longer has is removed. If it
 * is broken off, the next export goes on from there. Throws `usage` for a folder of other files, and `unavailable` where the
 * archive cannot be read, the folder cannot be written, or the archive changed again and again meanwhile.
 */
export async function exportSite(options: ExportOptions): Promise<ExportReport> {
  const { store, site, log } = options;
  const folder = new ExportFolder(options.folder);
  const asked = await askedSite(createApp(store, site, { log, answerBytes: 0 }));
  try {
    const writer = new SiteExport(asked, folder, site.url);
    const statements = await oneState(store, folder, () => addAll(writer, options));
    await removeRest(writer, folder);
    return { statements, ...folder.changes };
  } finally {
    await asked.close();
    folder.close();
  }
}

/** Has `write` run until the archive was the same from its beginning to its end. */
async function oneState<Result>(
  store: Store,
  folder: ExportFolder,
  write: () => Promise<Result>,
): Promise<Result> {
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    const state = store.state();
    const result = await unlessChanged(write, () => state === store.state());
    if (result !== null) return result;
    folder.record.startOver();
  }
  const message = `The archive changed ${MOST_PASSES} times while it was exported. Export it again when nothing is being imported.`;
  throw new DatelineError("unavailable", message);
}

/** `null` where the archive changed, which may have made `write` fail. */
async function unlessChanged<Result>(
  write: () => Promise<Result>,
  isSame: () => boolean,
): Promise<Result | null> {
  try {
    const result = await write();
    return isSame() ? result : null;
  } catch (error) {
    if (isSame()) throw error;
    return null;
  }
}

/** How many statements there were. */
async function addAll(writer: SiteExport, { store, onProgress }: ExportOptions): Promise<number> {
  const { total } = await store.summary();
  for (const address of SITE_ADDRESSES) await writer.add(address);
  for await (const addresses of dateAddresses(store)) {
    for (const address of addresses) await writer.add(address);
  }
  let done = 0;
  for await (const statements of statementsOf(store)) {
    for (const statement of statements) {
      for (const address of await statementAddresses(store, statement)) await writer.add(address);
      onProgress(++done, total);
    }
  }
  for await (const addresses of goneAddresses(store)) {
    for (const address of addresses) await writer.add(address);
  }
  return done;
}

/** Every address that was ever exported keeps working as long as the site knows it. */
async function removeRest(writer: SiteExport, folder: ExportFolder): Promise<void> {
  let after = "";
  for (;;) {
    const files = folder.record.left(after, BATCH);
    for (const file of files) {
      const address = addressOfPage(file);
      const isKept = address !== null && (await writer.addFormer(address));
      if (!isKept) await folder.remove(file);
      after = file;
    }
    if (files.length === 0) return;
  }
}
