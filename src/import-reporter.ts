import type { WriteStream } from "node:tty";
import { ImportProgress } from "../scripts/import-progress.ts";
import { importTable } from "../scripts/import-table.ts";
import type { ImportOptions } from "./import/import-options.ts";
import type { ImportReport } from "./import/import-report.ts";

/** Follows an import while it runs, and prints its report. */
export interface ImportReporter extends Pick<ImportOptions, "onProgress" | "onWait"> {
  report(report: ImportReport): void;
}

/** Shows an import that runs before the site is served as the import command does, all of it on `stream`. */
export function importReporter(stream: WriteStream): ImportReporter {
  const progress = new ImportProgress({
    isTTY: stream.isTTY === true,
    width: stream.columns || 80,
    write: (text) => stream.write(text),
    now: () => performance.now(),
  });
  return {
    onProgress: (now) => progress.show(now),
    onWait: () => progress.say("Another import holds the archive: waiting until it is done."),
    report: (report) => {
      progress.clear();
      stream.write(importTable(report, false));
    },
  };
}
