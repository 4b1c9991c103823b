import { readConfig } from "../src/config.ts";
import { DatelineError } from "../src/errors.ts";
import { type ExportReport, exportSite } from "../src/export/export-site.ts";
import { visible } from "../src/import/quoted.ts";
import { reopeningStore } from "../src/reopening-store.ts";
import { EXPORT_USAGE, type ExportArguments, readExportArguments } from "./export-arguments.ts";
import { ImportProgress } from "./import-progress.ts";
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

async function exportInto({ folder }: ExportArguments): Promise<ExportReport> {
  const config = readConfig(process.env);
  if (config.siteUrl === null) {
    progress.say(
      "DATELINE_SITE_URL is not set: the pages name the address of this machine where they are to be cited.",
    );
  }
  const store = reopeningStore(config.database);
  try {
    return await exportSite({
      store,
      site: { ...config, url: config.siteUrl ?? `http://127.0.0.1:${config.port}` },
      folder,
      onProgress: (done, total) => progress.show({ stage: "exporting", done, total }),
      log: (line) => progress.say(line),
    });
  } finally {
    await store.close();
  }
}

function lines(folder: string, { statements, written, unchanged, removed }: ExportReport): string {
  return visible(`Exported ${statements} statements to ${folder}`).concat(`
written    ${written}  new or changed files
unchanged  ${unchanged}  as before
removed    ${removed}  of what is no longer there
`);
}

function explain(error: unknown): number {
  if (!(error instanceof DatelineError)) throw error;
  const isUsage = error.code === "usage";
  const hint = isUsage ? "\nnpm run export -- --help says how to export." : "";
  process.stderr.write(`${visible(error.message)}${hint}\n`);
  return isUsage ? 2 : 1;
}
