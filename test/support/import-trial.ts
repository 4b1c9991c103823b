import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type ImportOptions, importFolders } from "../../src/import/import-folders.ts";
import type { ImportReport, ReportEntry } from "../../src/import/import-report.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";

/** A report with all its entries at hand. */
export interface WholeReport extends ImportReport {
  entries: ReportEntry[];
}

export function wholeReport(report: ImportReport): WholeReport {
  return { ...report, entries: [...report.entries] };
}

export type Files = Record<string, string | Uint8Array>;

/** A folder to import, and an empty archive beside it. */
export interface ImportTrial {
  folder: string;
  database: string;
  store: Store;
  /** Makes the folder hold these files and no others. */
  write(files: Files): void;
  /** Imports the folder, or the paths given. */
  import(options?: Partial<ImportOptions>, paths?: string[]): Promise<WholeReport>;
  close(): Promise<void>;
}

export async function openImportTrial(): Promise<ImportTrial> {
  const root = mkdtempSync(join(tmpdir(), "dateline-import-"));
  const folder = join(root, "folder");
  const database = join(root, "archive.db");
  mkdirSync(folder);
  const store = await openStore(database, { readOnly: false });
  return {
    folder,
    database,
    store,
    write: (files) => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      writeFiles(folder, files);
    },
    import: async (options = {}, paths = [folder]) => {
      const folders = paths.map((path) => ({ path, source: null }));
      return wholeReport(await importFolders(store, folders, { ...OPTIONS, ...options }));
    },
    close: async () => {
      await store.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

const OPTIONS: ImportOptions = {
  at: "2024-05-06T07:08:09Z",
  dryRun: false,
  sample: false,
  dateFromName: false,
  language: "en",
  maxFileBytes: 1_000_000,
};

/** Writes the files and the folders that they need. */
export function writeFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** `name outcome` of every file, in the order of the report. */
export function outcomesOf(report: WholeReport): string[] {
  return report.entries.map(({ file, outcome }) => `${file} ${outcome}`);
}
