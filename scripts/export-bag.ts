import { readFileSync } from "node:fs";
import path from "node:path";
import { SITE_FOLDER, SITE_RECORD } from "../src/bags/bag-files.ts";
import { closeBag, openBag } from "../src/bags/close-bag.ts";
import { keepArchive } from "../src/bags/keep-archive.ts";
import { DatelineError } from "../src/errors.ts";
import { ExportFolder } from "../src/export/export-folder.ts";
import { type ExportOptions, type ExportReport, exportSite } from "../src/export/export-site.ts";
import { presentInstant } from "../src/present-instant.ts";
import { PROJECT_ROOT } from "../src/project-root.ts";

/** What was written of the archive itself, beside the pages. */
export interface BagExportReport extends ExportReport {
  /** Of the payload. */
  payloadFiles: number;
  payloadBytes: number;
}

/** So often it begins anew where the archive changes meanwhile. */
const MOST_PASSES = 5;

/** Files looked through at once for what is gone. */
const BATCH = 500;

interface BagExportOptions extends ExportOptions {
  onBagging: (stage: "keeping" | "bagging", done: number, total: number) => void;
}

/** Makes the folder a bag of the archive: its pages, its source files and all that is known of them, in one state. */
export async function exportBag(options: BagExportOptions): Promise<BagExportReport> {
  const { folder, site } = options;
  const own = new ExportFolder(folder);
  try {
    openBag(folder);
    const report = await inOneState(options, own);
    await removeRest(own);
    const payload = await closeBag(folder, infoOf(site), (done) =>
      options.onBagging("bagging", done, 0),
    );
    return { ...report, payloadFiles: payload.files, payloadBytes: payload.bytes };
  } finally {
    own.close();
  }
}

async function inOneState(options: BagExportOptions, own: ExportFolder): Promise<ExportReport> {
  const { store, folder } = options;
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    const { generation } = await store.summary();
    const snapshot = await store.snapshot();
    let kept: number;
    try {
      kept = (await snapshot.summary()).generation;
      await keepArchive(snapshot, own, (done, total) => options.onBagging("keeping", done, total));
    } finally {
      await snapshot.close();
    }
    const report = await exportSite({
      ...options,
      folder: path.join(folder, SITE_FOLDER),
      recordFolder: path.join(folder, SITE_RECORD),
    });
    if (generation === kept && (await store.summary()).generation === kept) {
      const { written, unchanged } = own.changes;
      return {
        ...report,
        written: report.written + written,
        unchanged: report.unchanged + unchanged,
      };
    }
    own.record.startOver();
  }
  const message = `The archive changed ${MOST_PASSES} times while it was exported. Export it again when nothing is being imported.`;
  throw new DatelineError("unavailable", message);
}

/** Words that were taken away since must not stay in the bag. */
async function removeRest(own: ExportFolder): Promise<void> {
  for (let after = ""; ; ) {
    const files = own.record.left(after, BATCH);
    for (const file of files) {
      await own.remove(file);
      after = file;
    }
    if (files.length === 0) return;
  }
}

function infoOf({ title, url, contact }: BagExportOptions["site"]) {
  const { version } = JSON.parse(readFileSync(path.join(PROJECT_ROOT, "package.json"), "utf8"));
  const baggingDate = presentInstant().slice(0, 10);
  return { title, siteUrl: url, contact, baggingDate, software: `Dateline ${version}` };
}
