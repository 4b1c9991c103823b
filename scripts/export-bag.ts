import { readFileSync } from "node:fs";
import path from "node:path";
import { SITE_FOLDER, SITE_RECORD } from "../src/bags/bag-files.ts";
import { closeBag, openBag } from "../src/bags/close-bag.ts";
import { keepArchive } from "../src/bags/keep-archive.ts";
import { ExportFolder } from "../src/export/export-folder.ts";
import { type ExportOptions, type ExportReport, exportSite } from "../src/export/export-site.ts";
import { leftIn } from "../src/export/left-in.ts";
import { inOneState } from "../src/export/one-state.ts";
import { presentInstant } from "../src/present-instant.ts";
import { PROJECT_ROOT } from "../src/project-root.ts";

/** What was written of the archive itself, beside the pages. */
export interface BagExportReport extends ExportReport {
  /** Of the payload. */
  payloadFiles: number;
  payloadBytes: number;
}

interface BagExportOptions extends ExportOptions {
  onBagging: (stage: "keeping" | "bagging", done: number, total: number) => void;
}

/** Makes the folder a bag of the archive: its pages, its source files and all that is known of them, in one state. */
export async function exportBag(options: BagExportOptions): Promise<BagExportReport> {
  const { store, folder, site } = options;
  const own = new ExportFolder(folder);
  try {
    openBag(folder);
    const report = await inOneState(store, own.record, () => keepAndExport(options, own));
    // Words that were taken away since must not stay in the bag.
    for (const file of leftIn(own)) await own.remove(file);
    const payload = await closeBag(folder, infoOf(site), (done) =>
      options.onBagging("bagging", done, 0),
    );
    return { ...report, payloadFiles: payload.files, payloadBytes: payload.bytes };
  } finally {
    own.close();
  }
}

/** What is kept and the pages, which are to be of one state. */
async function keepAndExport(options: BagExportOptions, own: ExportFolder): Promise<ExportReport> {
  const { store, folder } = options;
  const snapshot = await store.snapshot();
  try {
    await keepArchive(snapshot, own, (done, total) => options.onBagging("keeping", done, total));
  } finally {
    await snapshot.close();
  }
  const report = await exportSite({
    ...options,
    folder: path.join(folder, SITE_FOLDER),
    recordFolder: path.join(folder, SITE_RECORD),
  });
  const { written, unchanged } = own.changes;
  return { ...report, written: report.written + written, unchanged: report.unchanged + unchanged };
}

function infoOf({ title, url, contact }: BagExportOptions["site"]) {
  const { version } = JSON.parse(readFileSync(path.join(PROJECT_ROOT, "package.json"), "utf8"));
  const baggingDate = presentInstant().slice(0, 10);
  return { title, siteUrl: url, contact, baggingDate, software: `Dateline ${version}` };
}
