import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore } from "../src/store/open-store.ts";
import type { Store } from "../src/store/store.ts";

/**
 * The archive to import into. A dry run must neither make nor upgrade one: where there is none, it gets an empty one that
 * goes away with the process; one of an earlier release is refused (`unavailable`).
 */
export async function openArchive(database: string, dryRun: boolean): Promise<Store> {
  if (!dryRun) return openStore(database, { readOnly: false });
  if (!existsSync(database)) return openStore(passingArchive(), { readOnly: false });
  const asItIs = await openStore(database, { readOnly: true });
  await asItIs.close();
  return openStore(database, { readOnly: false });
}

function passingArchive(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-dry-run-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, "archive.db");
}
