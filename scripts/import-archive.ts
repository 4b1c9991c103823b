import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore } from "../src/store/open-store.ts";
import type { Store } from "../src/store/store.ts";

/** The archive to import into. A dry run must not make one: where there is none, it gets an empty one that goes away with the process. */
export function openArchive(database: string, dryRun: boolean): Promise<Store> {
  const isWanted = !dryRun || existsSync(database);
  return openStore(isWanted ? database : passingArchive(), { readOnly: false });
}

function passingArchive(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-dry-run-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, "archive.db");
}
