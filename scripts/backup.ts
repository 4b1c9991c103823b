import { type Backup, makeBackup } from "../src/backups/make-backup.ts";
import { readConfig } from "../src/config.ts";
import { archiveLine } from "./backup-lines.ts";
import { reportOnCommandLine } from "./command-line/report-on-command-line.ts";
import { copyProgress } from "./copy-progress.ts";

const USAGE = `Usage: npm run backup -- FILE [--overwrite]

Makes FILE: one file with the present state of the whole archive, while the site serves and imports run. It gets its
name once it has been opened as an archive and every page, sum and digest in it was found right.
npm run restore -- FILE puts it back.

  --overwrite   replace a FILE that is there
  --json        print the report as JSON
  --help        print this

Exit status: 0 all well, 1 failed, 2 wrong usage.
`;

await reportOnCommandLine(
  {
    name: "backup",
    usage: USAGE,
    flags: ["overwrite"],
    words: "FILE",
    lines: (backup: Backup) => [
      `Backed up ${archiveLine(backup)} to ${backup.file}: ${backup.bytes} bytes, found whole`,
      `SHA-256 ${backup.sha256}`,
    ],
  },
  ({ words: [file = ""], flag }) =>
    makeBackup(readConfig(process.env).database, file, {
      overwrite: flag("overwrite"),
      ...copyProgress(),
    }),
);
