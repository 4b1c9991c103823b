import { ImportProgress } from "./import-progress.ts";

/** The line that says how far it is, on the terminal that the error output is; nothing where it is none. */
export function progressOnStderr(): ImportProgress {
  return new ImportProgress({
    isTTY: process.stderr.isTTY === true && process.env.TERM !== "dumb",
    width: process.stderr.columns || 80,
    write: (text) => process.stderr.write(text),
    now: () => performance.now(),
  });
}
