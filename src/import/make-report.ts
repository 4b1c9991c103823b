import { statementPath } from "../permalinks.ts";
import type { IsoDate } from "../statements/iso-date.ts";
import type { ArchiveImport } from "../store/store.ts";
import {
  addEntry,
  emptyReport,
  type FileName,
  type ImportReport,
  type ReportEntry,
} from "./import-report.ts";
import type { KnownRunFile } from "./known-names.ts";
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
    const name = nameOf(files.root(number).source, files.path(number));
    const left = files.left(number);
    if (left) {
      const { outcome, reason } = left;
      addEntry(report, { ...name, outcome, id: null, permalink: null, date: null, reason });
      continue;
    }
    const done = written.get(number);
    addEntry(report, { ...name, ...(await entryOf(archive, files.date(number), done)) });
    if (done.outcome === "refused") continue;
    const messages = [...files.warnings(number), ...done.warnings];
    for (const message of messages) report.warnings.push({ ...name, message });
  }
  for (const { source, path, statement: id } of missing) {
    const permalink = (await placeOf(archive, id)).permalink as string;
    report.missing.push({ ...nameOf(source, path), id, permalink });
  }
  return report;
}

async function entryOf(
  archive: ArchiveImport,
  read: IsoDate,
  { outcome, id, reason }: Written,
): Promise<Omit<ReportEntry, "file">> {
  const date = outcome === "refused" ? null : read;
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
