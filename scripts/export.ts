import { isBag } from "../src/bags/is-bag.ts";
import { readConfig } from "../src/config.ts";
import { DatelineError } from "../src/errors.ts";
import { ExportRecord } from "../src/export/export-record.ts";
import { type ExportReport, exportSite } from "../src/export/export-site.ts";
import { MOST_SEARCHED } from "../src/export/search/export-search.ts";
import { visible } from "../src/import/quoted.ts";
import { reopeningStore } from "../src/reopening-store.ts";
import type { Typed } from "./command-line/command-line.ts";
import { type ExitStatus, onCommandLine } from "./command-line/on-command-line.ts";
import { exportBag } from "./export-bag.ts";
import { progressOnStderr } from "./progress-on-stderr.ts";
import { writeReport } from "./write-report.ts";

const USAGE = `Usage: npm run export -- DIR [options]

Writes the whole site into the folder DIR as files with links from one to the other, to be opened from there or served by any file server.
DIR is made, or must be empty or an earlier export, of which only what differs is written anew.

  --bagit  make DIR a BagIt bag: the site, every source file and all that is known of them, with SHA-256 of each;
           npm run import -- DIR brings it back with the same addresses and revisions
  --warc   record the answers of the site as a web archive, too: archive.warc.gz beside the first page
  --json   print the report as JSON
  --help   print this

Set DATELINE_SITE_URL to the address of the site: the pages name it where they are to be cited.
Exit status: 0 all well, 1 failed, 2 wrong usage.
`;

const progress = progressOnStderr();

process.once("SIGINT", () => {
  progress.say("Interrupted: run it again, and it goes on from here.");
  process.exit(130);
});

await onCommandLine(
  { name: "export", usage: USAGE, words: "DIR", flags: ["bagit", "warc", "json"] },
  async (typed) => {
    try {
      return await run(typed);
    } finally {
      progress.clear();
    }
  },
);

async function run({ words: [folder = ""], flag }: Typed): Promise<ExitStatus> {
  const report = await exportInto(folder, { bagit: flag("bagit"), warc: flag("warc") });
  progress.clear();
  if (flag("json")) await writeReport(report, process.stdout);
  else process.stdout.write(lines(folder, report));
  return 0;
}

async function exportInto(
  folder: string,
  { bagit, warc }: { bagit: boolean; warc: boolean },
): Promise<ExportReport> {
  requireOwnKind(folder, bagit);
  const config = readConfig(process.env);
  if (config.siteUrl === null) {
    progress.say(
      "DATELINE_SITE_URL is not set: the pages name the address of this machine where they are to be cited.",
    );
  }
  const store = reopeningStore(config.database);
  try {
    const options = {
      store,
      site: { ...config, url: config.siteUrl ?? `http://127.0.0.1:${config.port}` },
      folder,
      warc,
      onProgress: (done: number, total: number) =>
        progress.show({ stage: "exporting", done, total }),
      log: (line: string) => progress.say(line),
    };
    if (!bagit) return await exportSite(options);
    return await exportBag({
      ...options,
      onBagging: (stage, done, total) => progress.show({ stage, done, total }),
    });
  } finally {
    await store.close();
  }
}

/** A bag is no site whose files a server could serve as they stand, and a site is no bag. */
function requireOwnKind(folder: string, bagit: boolean): void {
  if (!ExportRecord.isIn(folder) || isBag(folder) === bagit) return;
  const found = bagit ? "an export without --bagit" : "a bag, which --bagit made";
  throw new DatelineError("usage", `Expected another DIR: ${folder} holds ${found}`);
}

function lines(folder: string, report: ExportReport): string {
  const noSearch = `They cannot be searched: more than ${MOST_SEARCHED.toLocaleString("en")} statements are exported without an index.`;
  const all = [
    visible(`Exported ${report.statements} statements to ${folder}`),
    `written    ${report.written}  new or changed files`,
    `unchanged  ${report.unchanged}  as before`,
    `removed    ${report.removed}  of what is no longer there`,
    ...(report.search ? [] : [noSearch]),
  ];
  return `${all.join("\n")}\n`;
}
