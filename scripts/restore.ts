import { existsSync } from "node:fs";
import { restoreBackup } from "../src/backups/restore-backup.ts";
import { readConfig } from "../src/config.ts";
import { removeDownloads } from "../src/downloads/download.ts";
import { presentInstant } from "../src/present-instant.ts";
import { ID_PATTERN } from "../src/statements/statement-id.ts";
import { restoredLines } from "./backup-lines.ts";
import { reportOnCommandLine } from "./command-line/report-on-command-line.ts";
import { copyProgress } from "./copy-progress.ts";
import { sayThatItWaits } from "./publishing-command.ts";

const USAGE = `Usage: npm run restore -- FILE

Puts FILE, a backup made by npm run backup, in the place of the archive, in one step, while the site serves. A FILE that is
damaged or no backup is refused, and nothing is touched. What was there before is kept in a file beside the archive.

  --shorten-log  restore it although entries of the archive's log are not in the backup's
  --dry-run      look at the backup, and change nothing
  --json         print the report as JSON
  --help         print this

To bring a withdrawn statement back: npm run reinstate -- ID

Exit status: 0 all well, 1 failed, 2 wrong usage.
`;

/** An id of a statement, or an address of one. */
function isOfStatement(word: string): boolean {
  return ID_PATTERN.test(word) || /^(https?:\/\/|\/s\/|\/\d{4}\/\d{2}\/\d{2}\/)/.test(word);
}

async function restore(file: string, dryRun: boolean, shortenLog: boolean) {
  const { database, downloads } = readConfig(process.env);
  const options = { at: presentInstant(), onWait: sayThatItWaits, ...copyProgress() };
  const restored = await restoreBackup(database, file, { ...options, dryRun, shortenLog });
  // They were made of what was there before.
  if (!dryRun) await removeDownloads(downloads, null);
  return restored;
}

const [first = ""] = process.argv.slice(2).filter((word) => !word.startsWith("-"));
if (isOfStatement(first) && !existsSync(first)) {
  process.stderr.write("For a statement this is npm run reinstate -- ID now.\n");
  await import("./reinstate.ts");
} else {
  await reportOnCommandLine(
    {
      name: "restore",
      usage: USAGE,
      words: "FILE",
      flags: ["dry-run", "shorten-log"],
      lines: restoredLines,
    },
    ({ words: [file = ""], flag }) => restore(file, flag("dry-run"), flag("shorten-log")),
  );
}
