import { isBag } from "../src/bags/is-bag.ts";
import { readConfig } from "../src/config.ts";
import { DatelineError } from "../src/errors.ts";
import { ExportRecord } from "../src/export/export-record.ts";
import { type ExportReport, exportSite } from "../src/export/export-site.ts";
import { MOST_SEARCHED } from "../src/export/search/export-search.ts";
import { visible } from "../src/import/quoted.ts";
import { reopeningStore } from "../src/reopening-store.ts";
import { EXPORT_USAGE, type ExportArguments, readExportArguments } from "./export-arguments.ts";
import { exportBag } from "./export-bag.ts";
import { ImportProgress } from "./import-progress.ts";
import { refuseKeptByNpm } from "./kept-by-npm.ts";
import { writeReport } from "./write-report.ts";

const progress = new ImportProgress({
  isTTY: process.stderr.isTTY === true && process.env.TERM !== "dumb",
  width: process.stderr.columns || 80,
  write: (text) => process.stderr.write(text),
  now: () => performance.now(),
});

process.once("SIGINT", () => {
  progress.say("Interrupted: run it again, and it goes on from here.");
  process.exit(130);
});

try {
  refuseKeptByNpm(["bagit", "warc"], process.env);
  await run(readExportArguments(process.argv.slice(2)));
} catch (error) {
  progress.clear();
  process.exitCode = explain(error);
}

async function run(args: ExportArguments): Promise<void> {
  if (args.help) {
    process.stdout.write(EXPORT_USAGE);
    return;
  }
  const report = await exportInto(args);
  progress.clear();
  if (args.json) await writeReport(report, process.stdout);
  else process.stdout.write(lines(args.folder, report));
}

async function exportInto({ folder, bagit, warc }: ExportArguments): Promise<ExportReport> {
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

function explain(error: unknown): number {
  if (!(error instanceof DatelineError)) throw error;
  const isUsage = error.code === "usage";
  const hint = isUsage ? "\nnpm run export -- --help says how to export." : "";
  process.stderr.write(`${visible(error.message)}${hint}\n`);
  return isUsage ? 2 : 1;
}
