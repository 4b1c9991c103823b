import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Config } from "../../src/config.ts";
import { type ImportReport, importFolders } from "../../src/import/import-folders.ts";
import { presentInstant } from "../../src/present-instant.ts";
import { openStore } from "../../src/store/open-store.ts";

/** What an import of these folders into an empty archive would say. Throws `usage` where one is not there. */
export async function checkFolders(
  folders: string[],
  { language, maxFileBytes }: Config,
): Promise<ImportReport> {
  const passing = mkdtempSync(path.join(tmpdir(), "dateline-check-"));
  const store = await openStore(path.join(passing, "archive.db"), { readOnly: false });
  try {
    return await importFolders(
      store,
      folders.map((folder) => ({ path: folder, source: null })),
      {
        at: presentInstant(),
        dryRun: true,
        sample: false,
        dateFromName: false,
        language,
        maxFileBytes,
      },
    );
  } finally {
    await store.close();
    rmSync(passing, { recursive: true, force: true });
  }
}
