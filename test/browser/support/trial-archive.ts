import path from "node:path";
import { importFolders } from "../../../src/import/import-folders.ts";
import type { Store } from "../../../src/store/store.ts";
import { openTestArchive, type TestArchive } from "../../support/archive.ts";
import { crowdedDay, LATER_WORDING, TRIAL_FILES } from "./trial-files.ts";

const SAMPLE = path.join(import.meta.dirname, "../../../../data/statements");

export interface TrialArchive {
  archive: TestArchive;
  /** The id of a statement that was taken away with the sample. */
  removedId: string;
}

/** An archive that once was the sample, then held texts of every difficult kind, one of which was revised. */
export async function openTrialArchive(): Promise<TrialArchive> {
  const archive = await openTestArchive();
  const removedId = await importSample(archive.store);
  await archive.import({ ...TRIAL_FILES, ...crowdedDay(1000) });
  await archive.import(LATER_WORDING);
  return { archive, removedId };
}

/** Answers the id of one of its statements. */
async function importSample(store: Store): Promise<string> {
  const report = await importFolders(store, [{ path: SAMPLE, source: null }], {
    at: "2024-05-01T00:00:00Z",
    dryRun: false,
    sample: true,
    dateFromName: false,
    language: "en",
    maxFileBytes: 1_000_000,
  });
  const id = [...report.entries][0]?.id;
  if (typeof id !== "string") throw new Error("the sample is empty");
  return id;
}
