import { rmSync, statSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT } from "../../src/project-root.ts";
import type { Corpus } from "./corpus/corpus.ts";
import { type Run, run } from "./measure/run.ts";

/** Of the built program. */
export function built(file: string): string {
  return path.join(PROJECT_ROOT, "dist", file);
}

/** The environment of a Dateline that holds this archive and no other setting. */
export function environmentOf(archive: string, settings: Record<string, string> = {}) {
  const outer = Object.entries(process.env).filter(([name]) => !name.startsWith("DATELINE_"));
  return { ...Object.fromEntries(outer), DATELINE_DATABASE: archive, PORT: "0", ...settings };
}

/** Imports the corpus into a new archive, as `npm run import` does. `bytes` is the archive's size on disk. */
export async function importArchive(
  corpus: Corpus,
  folder: string,
): Promise<Run & { archive: string; bytes: number }> {
  const archive = path.join(folder, `archive-${corpus.size}.db`);
  for (const ending of ["", "-wal", "-shm"]) rmSync(archive + ending, { force: true });
  const command = [built("scripts/import.js"), corpus.folder];
  const ran = await run(process.execPath, command, { env: environmentOf(archive) });
  return { ...ran, archive, bytes: statSync(archive).size };
}
