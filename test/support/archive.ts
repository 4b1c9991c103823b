import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { importFolders } from "../../src/import/import-folders.ts";
import type { Instant } from "../../src/statements/statement.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { type WholeReport, wholeReport } from "./import-trial.ts";

/** A real archive in a temporary folder, which `close` takes away. */
export interface TestArchive {
  /** The archive's file. */
  path: string;
  /** The folder that is imported. */
  folder: string;
  /** Open for writing. */
  store: Store;
  /** Writes the files into the folder (`null` takes one away) and imports it at that instant. */
  import(files: Record<string, string | Uint8Array | null>, at?: Instant): Promise<WholeReport>;
  close(): Promise<void>;
}

/** The instant of every import whose test does not care. */
export const IMPORTED_AT = "2024-05-06T07:08:09Z";

/** An archive of those files: path under the folder → content. */
export async function openTestArchive(
  files: Record<string, string | Uint8Array> = {},
): Promise<TestArchive> {
  const root = await mkdtemp(path.join(tmpdir(), "dateline-test-"));
  const folder = path.join(root, "statements");
  await mkdir(folder);
  const database = path.join(root, "archive.db");
  const store = await openStore(database, { readOnly: false });
  const archive: TestArchive = {
    path: database,
    folder,
    store,
    import: async (changed, at = IMPORTED_AT) => {
      await writeFiles(folder, changed);
      return importFolder(store, folder, at);
    },
    close: async () => {
      await store.close();
      await rm(root, { recursive: true, force: true });
    },
  };
  if (Object.keys(files).length > 0) await archive.import(files);
  return archive;
}

async function writeFiles(
  folder: string,
  files: Record<string, string | Uint8Array | null>,
): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    if (content === null) await rm(file);
    else await writeFile(file, content);
  }
}

async function importFolder(store: Store, folder: string, at: Instant): Promise<WholeReport> {
  const report = await importFolders(store, [{ path: folder, source: null }], {
    at,
    dryRun: false,
    sample: false,
    dateFromName: false,
    language: "en",
    maxFileBytes: 1_000_000,
  });
  return wholeReport(report);
}
