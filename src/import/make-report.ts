import { statementPath } from "../permalinks.ts";
import type { ArchiveImport } from "../store/store.ts";
import {
  addEntry,
  emptyReport,
  type FileName,
  type ImportReport,
  type ReportEntry,
} from "./import-report.ts";
import type { KnownRunFile } from "./known-names.ts";
import type { ReadableFile, RunFile } from "./run-file.ts";
import type { RunFiles } from "./run-files.ts";
import type { Written, WrittenFiles } from "./written-files.ts";

/** Puts the report together while the archive can still tell where the statements stand. */
export async function makeReport(
  archive: ArchiveImport,
  files: RunFiles,
  written: WrittenFiles,
  missing: KnownRunFile[],
): Promise<ImportReport> {
  const hasSeveral = files.roots.length > 1;
  const nameOf = (source: string, file: string): FileName =>
    hasSeveral ? { source, file } : { file };
  const report = emptyReport();
  for (let number = 0; number < files.length; number++) {
    const file = files.file(number);
    const name = nameOf(file.root.source, file.path);
    const done = file.left === null ? written.get(number) : null;
    addEntry(report, { ...name, ...(await entryOf(archive, file, done)) });
    for (const message of warningsOf(file, done)) report.warnings.push({ ...name, message });
  }
  for (const { source, path, statement: id } of missing) {
    const permalink = (await placeOf(archive, id)).permalink as string;
    report.missing.push({ ...nameOf(source, path), id, permalink });
  }
  return report;
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
