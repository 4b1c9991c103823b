import { setFlagsFromString } from "node:v8";
import { isBag } from "../src/bags/is-bag.ts";
import { readConfig } from "../src/config.ts";
import { DatelineError } from "../src/errors.ts";
import { type ImportReport, importFolders } from "../src/import/import-folders.ts";
import { importRoots } from "../src/import/import-roots.ts";
import { visible } from "../src/import/quoted.ts";
import { STILL_FOR } from "../src/import/watch/keep-in-step.ts";
import { presentInstant } from "../src/present-instant.ts";
import { openArchive } from "./import-archive.ts";
import { type ImportArguments, readArguments, USAGE } from "./import-arguments.ts";
import { importOneBag } from "./import-one-bag.ts";
import { ImportProgress } from "./import-progress.ts";
import { importTable } from "./import-table.ts";
import { refuseKeptByNpm } from "./kept-by-npm.ts";
import { writeReport } from "./write-report.ts";

// A hundred thousand files fit into 300 MB only if the heap grows no faster than what it holds.
setFlagsFromString("--optimize-for-size");

const progress = new ImportProgress({
  isTTY: process.stderr.isTTY === true && process.env.TERM !== "dumb",
  width: process.stderr.columns || 80,
  write: (text) => process.stderr.write(text),
  now: () => performance.now(),
});

// Whoever read the output has gone, and needs no message.
process.stdout.on("error", (error: NodeJS.ErrnoException) =>
  process.exit(error.code === "EPIPE" ? 0 : 1),
);

try {
  refuseKeptByNpm(["dry-run", "date-from-name", "source", "watch"], process.env);
  process.exitCode = await run(readArguments(process.argv.slice(2)));
} catch (error) {
  progress.clear();
  process.exitCode = explain(error);
}

async function run(args: ImportArguments): Promise<number> {
  if (args.help) {
    process.stdout.write(USAGE);
    return 0;
  }
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

/** Files that were changed less than `stillFor` milliseconds ago are left for a later run. */
async function importInto(
  { folders, dryRun, dateFromName }: ImportArguments,
  stillFor = 0,
): Promise<ImportReport> {
  const { database, language, maxFileBytes } = readConfig(process.env);
  importRoots(folders);
  const store = await openArchive(database, dryRun);
  try {
    return await importFolders(store, folders, {
      at: presentInstant(),
      now: presentInstant,
      dryRun,
      sample: false,
      dateFromName,
      language,
      maxFileBytes,
      stillFor,
      onProgress: (now) => progress.show(now),
      onWait: () => progress.say("Another import holds the archive: waiting until it is done."),
    });
  } finally {
    progress.clear();
    await store.close();
  }
}

async function watchFolders(args: ImportArguments): Promise<number> {
  const { watchAndImport } = await import("./import-watch.ts");
  await watchAndImport(args, (present) => importInto({ ...args, folders: present }, STILL_FOR));
  return 0;
}

function explain(error: unknown): number {
  if (!(error instanceof DatelineError)) throw error;
  const isUsage = error.code === "usage";
  const hint = isUsage ? "\nnpm run import -- --help says how to import." : "";
  process.stderr.write(`${visible(error.message)}${hint}\n`);
  return isUsage ? 2 : 1;
}
