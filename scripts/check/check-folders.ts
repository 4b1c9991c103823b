import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BagReport, importBag } from "../../src/bags/import-bag.ts";
import type { Config } from "../../src/config.ts";
import { type ImportReport, importFolders } from "../../src/import/import-folders.ts";
import { presentInstant } from "../../src/present-instant.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { importOptions } from "../import-options.ts";

/** What an import of these folders into an empty archive would say. Throws `usage` where one is not there. */
export function checkFolders(
  folders: string[],
  config: Config,
  dateFromName: boolean,
): Promise<ImportReport> {
  const named = folders.map((folder) => ({ path: folder, source: null }));
  const options = importOptions(config, { dateFromName, dryRun: true });
  return inPassingArchive((store) => importFolders(store, named, options));
}

/** What an import of the bag into an empty archive would say. Throws where it is not whole, with what is wrong. */
export function checkBagFolder(bag: string): Promise<BagReport> {
  return inPassingArchive((store) => importBag(store, bag, { at: presentInstant(), dryRun: true }));
}

async function inPassingArchive<Result>(use: (store: Store) => Promise<Result>): Promise<Result> {
  const passing = mkdtempSync(path.join(tmpdir(), "dateline-check-"));
  const store = await openStore(path.join(passing, "archive.db"), { readOnly: false });
  try {
    return await use(store);
  } finally {
    await store.close();
    rmSync(passing, { recursive: true, force: true });
  }
}
