import type { Site } from "../pages/site.ts";
import type { Store } from "../store/store.ts";
import { createApp } from "../web/app.ts";
import { type AskedSite, askedSite } from "./ask-site.ts";
import { ExportFolder, type FolderChanges } from "./export-folder.ts";
import { inOneState } from "./one-state.ts";
import { removeRest } from "./remove-rest.ts";
import { ExportIndex } from "./search/export-index.ts";
import { addSearch, MOST_SEARCHED } from "./search/export-search.ts";
import { SiteExport } from "./site-export.ts";
import { statementAddresses } from "./statement-addresses.ts";
import { dateAddresses, goneAddresses, SITE_ADDRESSES, statementsOf } from "./walk-archive.ts";
import { WarcFile } from "./warc/warc-file.ts";

export interface ExportOptions {
  store: Store;
  /** As readers reach it: its address stands on every page. */
  site: Site;
  folder: string;
  /** Where the list of exported files lies; where it is left out, in the folder itself. */
  recordFolder?: string;
  /** Called after each statement, with how many are written. */
  onProgress: (done: number, total: number) => void;
  /** Told of what fails within the site, a line each. */
  log: (line: string) => void;
  /** Whether the answers of the site are recorded as a web archive, too. */
  warc?: boolean;
  /** Archives of more statements are exported without search; 20,000 where nothing else is said. */
  mostSearched?: number;
}

export interface ExportReport extends FolderChanges {
  statements: number;
  /** Whether the export can be searched. */
  search: boolean;
}

/**
 * Exports the whole site as files into a folder. What is there already is left as it is, and what the site no longer has is removed. If it
 * is broken off, the next export goes on from there. Throws `usage` for a folder of other files, and `unavailable` where the
 * archive cannot be read, the folder cannot be written, or the archive changed again and again meanwhile.
 */
export async function exportSite(options: ExportOptions): Promise<ExportReport> {
  const { store, site, log } = options;
  const folder = new ExportFolder(options.folder, options.recordFolder);
  const asked = await askedSite(createApp(store, site, { log, answerBytes: 0 }));
  try {
    return await inOneState(store, folder.record, (stillSame) =>
      exportOnce(asked, folder, options, stillSame),
    );
  } finally {
    await asked.close();
    folder.close();
  }
}

/** Removes nothing where the archive changed meanwhile. */
async function exportOnce(
  asked: AskedSite,
  folder: ExportFolder,
  options: ExportOptions,
  stillSame: () => boolean,
): Promise<ExportReport> {
  const { store, site } = options;
  const { total } = await store.summary();
  const search = total <= (options.mostSearched ?? MOST_SEARCHED);
  const warc = options.warc ? new WarcFile(folder, site) : null;
  try {
    const writer = new SiteExport(asked, folder, { siteUrl: site.url, search, warc });
    const statements = await addAll(writer, folder, search ? new ExportIndex() : null, options);
    if (stillSame()) {
      await removeRest(writer, folder);
      await warc?.finish();
    }
    return { statements, search, ...folder.changes };
  } finally {
    await warc?.discard();
  }
}

/** Returns how many statements there were. */
async function addAll(
  writer: SiteExport,
  folder: ExportFolder,
  index: ExportIndex | null,
  { store, site, onProgress }: ExportOptions,
): Promise<number> {
  const summary = await store.summary();
  for (const address of SITE_ADDRESSES) await writer.add(address);
  for await (const addresses of dateAddresses(store)) {
    for (const address of addresses) await writer.add(address);
  }
  let done = 0;
  for await (const statements of statementsOf(store)) {
    for (const statement of statements) {
      for (const address of await statementAddresses(store, statement)) await writer.add(address);
      index?.add(statement);
      onProgress(++done, summary.total);
    }
  }
  for await (const addresses of goneAddresses(store)) {
    for (const address of addresses) await writer.add(address);
  }
  if (index) await addSearch(writer, folder, index, { site, summary });
  return done;
}
