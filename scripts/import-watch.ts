import { statSync } from "node:fs";
import { DatelineError } from "../src/errors.ts";
import { nameBytes } from "../src/import/file-path.ts";
import type { ImportFolder } from "../src/import/import-folders.ts";
import type { ImportReport } from "../src/import/import-report.ts";
import { importRoots } from "../src/import/import-roots.ts";
import { quoted, visible } from "../src/import/quoted.ts";
import { BEING_WRITTEN } from "../src/import/read-bytes.ts";
import { keepInStep, type RunResult } from "../src/import/watch/keep-in-step.ts";
import { presentInstant } from "../src/present-instant.ts";
import type { ImportArguments } from "./import-arguments.ts";
import { changeLine, refusedLines, reportLine, Told } from "./watch-told.ts";

/**
 * Imports the folders, and again whenever files have changed, until SIGTERM or SIGINT; the present run ends first. Prints a line for each
 * run that brought news, or its report as a line of JSON; what goes wrong is told on stderr, once, and tried again. Throws `usage` where
 * a folder is not there at the start.
 */
export async function watchAndImport(
  { folders, json }: ImportArguments,
  importPresent: (present: ImportFolder[]) => Promise<ImportReport>,
): Promise<void> {
  const roots = importRoots(folders);
  if (roots.some(({ only }) => only !== null)) {
    throw new DatelineError("usage", "Expected folders to watch, and a file came");
  }
  const told = new Told((line) => process.stderr.write(`${line}\n`));
  const run = async (): Promise<RunResult> => {
    const present = folders.filter(({ path }) => isFolder(path));
    told.tell("absent", absentLines(folders, present));
    if (present.length === 0) return "done";
    const report = await importPresent(present);
    told.tell("refused", refusedLines(report));
    const print = json ? reportLine : changeLine;
    if (told.isNews(report)) process.stdout.write(print(report, presentInstant()));
    return isWaiting(report) ? "waiting" : "done";
  };
  await keepInStep({
    folders: roots.map(({ path }) => nameBytes(path).toString("latin1")),
    run: () => tellingFailures(run, told),
    onLooking: (why) =>
      told.tell("looking", [
        `The system watches no more folders (${why}): they are looked over every few seconds.`,
      ]),
    stop: toldToStop(),
  });
}

/** Aborts with the first signal; the second ends the process at once, and leaves the archive as before the run. */
function toldToStop(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => (stop.signal.aborted ? process.exit(130) : stop.abort()));
  }
  return stop.signal;
}

async function tellingFailures(run: () => Promise<RunResult>, told: Told): Promise<RunResult> {
  try {
    const result = await run();
    told.tell("failed", []);
    return result;
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    told.tell("failed", [`Not imported, and tried again: ${visible(error.message)}`]);
    return "failed";
  }
}

/** Whether a file was left because it was being written. */
function isWaiting({ skipped, entries }: ImportReport): boolean {
  if (skipped > 0) for (const { reason } of entries) if (reason === BEING_WRITTEN) return true;
  return false;
}

function absentLines(folders: ImportFolder[], present: ImportFolder[]): string[] {
  return folders
    .filter((folder) => !present.includes(folder))
    .map(({ path }) => `${quoted(path)} is not there: waiting for it.`);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
