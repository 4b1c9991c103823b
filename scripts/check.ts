import { parseArgs } from "node:util";
import { isBag } from "../src/bags/is-bag.ts";
import { readConfig, wrongSettings } from "../src/config.ts";
import { DatelineError } from "../src/errors.ts";
import { visible } from "../src/import/quoted.ts";
import { bagTable } from "./bag-table.ts";
import { checkArchive } from "./check/check-archive.ts";
import { checkBagFolder, checkFolders } from "./check/check-folders.ts";
import { checkPorts } from "./check/check-ports.ts";
import { checkNames, checkSettings } from "./check/check-settings.ts";
import { type Finding, fault } from "./check/finding.ts";
import { importTable } from "./import-table.ts";
import { refuseKeptByNpm } from "./kept-by-npm.ts";
import { writeReport } from "./write-report.ts";

const USAGE = `Usage: npm run check [-- FOLDER…]

Without FOLDER: says whether the settings, this machine and the archive go together, before it matters.
With FOLDER: names the files that an import would refuse or warn about; no archive is needed. Changes nothing.

  --json   print what was found as JSON
  --help   print this

Exit status: 0 all well, or warnings only; 1 a fault; 2 wrong usage or setting; 3 some files would be refused.
`;

try {
  refuseKeptByNpm([], process.env);
  process.exitCode = await run(read(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof DatelineError)) throw error;
  process.stderr.write(`${visible(error.message)}\n`);
  process.exitCode = error.code === "usage" ? 2 : 1;
}

interface Arguments {
  folders: string[];
  json: boolean;
  help: boolean;
}

function read(args: string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    return { folders: positionals, ...values };
  } catch (error) {
    throw new DatelineError("usage", (error as Error).message.split(". ", 1)[0] as string);
  }
}

async function run({ folders, json, help }: Arguments): Promise<number> {
  if (help) process.stdout.write(USAGE);
  if (help) return 0;
  if (folders.length === 0) return sayOfSite(json);
  if (!folders.some(isBag)) return sayOfFolders(folders, json);
  return sayOfBag(folders, json);
}

async function sayOfFolders(folders: string[], json: boolean): Promise<number> {
  const report = await checkFolders(folders, readConfig());
  if (json) await writeReport(report, process.stdout);
  else process.stdout.write(importTable(report, true));
  return report.refused > 0 ? 3 : 0;
}

/** As an import does, which takes a bag alone. */
async function sayOfBag([bag = "", ...others]: string[], json: boolean): Promise<number> {
  if (others.length > 0) throw new DatelineError("usage", "Expected a bag alone, and more came");
  const report = await checkBagFolder(bag);
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : bagTable(report, true));
  return 0;
}

async function sayOfSite(json: boolean): Promise<number> {
  const wrong = wrongSettings(process.env).map((message) => fault("setting", message));
  const rest = wrong.length > 0 ? [] : await findingsOfSite();
  const findings = [...wrong, ...checkNames(process.env), ...rest];
  const isFine = findings.every(({ level }) => level !== "fault");
  process.stdout.write(
    json ? `${JSON.stringify({ ok: isFine, findings })}\n` : findings.map(line).join(""),
  );
  if (wrong.length > 0) return 2;
  return isFine ? 0 : 1;
}

async function findingsOfSite(): Promise<Finding[]> {
  const config = readConfig();
  return [
    ...(await checkPorts(config)),
    ...checkSettings(config),
    ...(await checkArchive(config.database)),
  ];
}

function line({ subject, level, message }: Finding): string {
  return `${level.padEnd(7)}  ${subject}: ${visible(message)}\n`;
}
