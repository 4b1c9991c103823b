import { importBag } from "../src/bags/import-bag.ts";
import { readConfig } from "../src/config.ts";
import { DatelineError } from "../src/errors.ts";
import { presentInstant } from "../src/present-instant.ts";
import { bagTable } from "./bag-table.ts";
import { openArchive } from "./import-archive.ts";
import type { ImportArguments } from "./import-arguments.ts";
import type { ImportProgress } from "./import-progress.ts";

/** Imports the one bag that is named, and prints what became of it. Throws `usage` where it does not stand alone. */
export async function importOneBag(
  { folders, dryRun, dateFromName, json, watch }: ImportArguments,
  progress: ImportProgress,
): Promise<void> {
  const [bag, ...others] = folders;
  if (!bag || others.length > 0 || bag.source !== null || dateFromName || watch) {
    const message = "Expected a bag alone, without --source, --date-from-name and --watch";
    throw new DatelineError("usage", message);
  }
  const store = await openArchive(readConfig(process.env).database, dryRun);
  try {
    const report = await importBag(store, bag.path, {
      at: presentInstant(),
      now: presentInstant,
      dryRun,
      onProgress: (stage, done, total) => progress.show({ stage, done, total }),
      onWait: () => progress.say("Another import holds the archive: waiting until it is done."),
    });
    progress.clear();
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : bagTable(report, dryRun));
  } finally {
    await store.close();
  }
}
