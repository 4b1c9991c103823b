import { statementPath } from "../permalinks.ts";
import type { ArchiveImport } from "../store/store.ts";
import {
  type FileName,
  type ImportReport,
  type ImportWarning,
  type MissingFile,
  type ReportEntry,
  reportOf,
} from "./import-report.ts";
import type { KnownRunFile } from "./known-names.ts";
import type { FoldersRead } from "./read-folders.ts";
import type { ReadableFile, RunFile } from "./run-file.ts";
import type { Written } from "./write-files.ts";

/**
 * Puts the report together while the archive can still tell where the statements stand. Uses up `read.files` and `written`:
 * a hundred thousand files need the room for the search index, which is made next.
 */
export async function makeReport(
  archive: ArchiveImport,
  read: FoldersRead,
  written: Map<string, Written>,
  missing: KnownRunFile[],
): Promise<ImportReport> {
  const hasSeveral = read.roots.length > 1;
  const nameOf = (source: string, file: string): FileName =>
    hasSeveral ? { source, file } : { file };
  const entries: ReportEntry[] = [];
  const warnings: ImportWarning[] = [];
  const waiting = read.files.reverse();
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    const name = nameOf(file.root.source, file.path);
    const done = file.left === null ? (written.get(file.key) as Written) : null;
    entries.push({ ...name, ...(await entryOf(archive, file, done)) });
    for (const message of warningsOf(file, done)) warnings.push({ ...name, message });
    written.delete(file.key);
  }
  const gone: MissingFile[] = [];
  for (const { source, path, statement: id } of missing) {
    gone.push({
      ...nameOf(source, path),
      id,
      permalink: (await placeOf(archive, id)).permalink as string,
    });
  }
  return reportOf(entries, warnings, gone);
}

async function entryOf(
  archive: ArchiveImport,
  file: RunFile,
  written: Written | null,
): Promise<Omit<ReportEntry, "file">> {
  if (file.left) {
    const { outcome, reason } = file.left;
    return { outcome, id: null, permalink: null, date: null, reason };
  }
  const { outcome, id, reason } = written as Written;
  const date = outcome === "refused" ? null : (file as ReadableFile).date;
  const place = id === null ? { permalink: null, date } : await placeOf(archive, id);
  return { outcome, id, ...place, reason };
}

async function placeOf(
  archive: ArchiveImport,
  id: string,
): Promise<Pick<ReportEntry, "permalink" | "date">> {
  const place = await archive.place(id);
  return place === null
    ? { permalink: null, date: null }
    : { permalink: statementPath(place), date: place.date };
}

function warningsOf(file: RunFile, written: Written | null): string[] {
  return file.left || written?.outcome === "refused"
    ? []
    : [...file.warnings, ...(written?.warnings ?? [])];
}
