import { setFlagsFromString } from "node:v8";
import { isBag } from "../src/bags/is-bag.ts";
import { readConfig } from "../src/config.ts";
import {
  type ImportOptions,
  type ImportReport,
  importFolders,
} from "../src/import/import-folders.ts";
import { importRoots } from "../src/import/import-roots.ts";
import { Readings } from "../src/import/readings.ts";
import { STILL_FOR } from "../src/import/watch/keep-in-step.ts";
import { type ExitStatus, onCommandLine } from "./command-line/on-command-line.ts";
import { openArchive } from "./import-archive.ts";
import { IMPORT, type ImportArguments, importArguments } from "./import-arguments.ts";
import { importOneBag } from "./import-one-bag.ts";
import { importOptions } from "./import-options.ts";
import { importTable } from "./import-table.ts";
import { progressOnStderr } from "./progress-on-stderr.ts";
import { writeReport } from "./write-report.ts";

// A hundred thousand files fit into 300 MB only if the heap grows no faster than what it holds.
setFlagsFromString("--optimize-for-size");

const progress = progressOnStderr();

await onCommandLine(IMPORT, async (typed) => {
  try {
    return await run(importArguments(typed));
  } finally {
    progress.clear();
  }
});

async function run(args: ImportArguments): Promise<ExitStatus> {
  if (args.folders.some(({ path }) => isBag(path))) {
    await importOneBag(args, progress);
    return 0;
  }
  if (args.watch) return watchFolders(args);
  process.once("SIGINT", () => {
    progress.say("Interrupted: the archive is as before.");
    process.exit(130);
  });
  const report = await importInto(args);
  if (args.json) await writeReport(report, process.stdout);
  else process.stdout.write(importTable(report, args.dryRun));
  return report.refused > 0 ? 3 : 0;
}

async function importInto(
  { folders, dryRun, dateFromName }: ImportArguments,
  watching: Pick<ImportOptions, "stillFor" | "readings"> = {},
): Promise<ImportReport> {
  const config = readConfig(process.env);
  importRoots(folders);
  const store = await openArchive(config.database, dryRun);
  try {
    return await importFolders(store, folders, {
      ...importOptions(config, { dateFromName, dryRun }),
      ...watching,
      onProgress: (now) => progress.show(now),
      onWait: () => progress.say("Another import holds the archive: waiting until it is done."),
    });
  } finally {
    progress.clear();
    await store.close();
  }
}

async function watchFolders(args: ImportArguments): Promise<ExitStatus> {
  const { watchAndImport } = await import("./import-watch.ts");
  const watching = { stillFor: STILL_FOR, readings: new Readings() };
  await watchAndImport(args, (present) => importInto({ ...args, folders: present }, watching));
  return 0;
}
