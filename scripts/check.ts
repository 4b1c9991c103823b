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
import { type ExitStatus, onCommandLine } from "./command-line/on-command-line.ts";
import { importTable } from "./import-table.ts";
import { writeReport } from "./write-report.ts";

const USAGE = `Usage: npm run check [-- FOLDER…] [options]

Without FOLDER: says whether the settings, this machine and the archive go together, before it matters.
With FOLDER: names the files that an import would refuse or warn about; no archive is needed. Changes nothing.

  --date-from-name   as import does, take the date from names such as 20230127.txt where a file has none
  --json             print what was found as JSON
  --help             print this

Exit status: 0 all well, or warnings only; 1 a fault; 2 wrong usage or setting; 3 some files would be refused.
`;

interface Asked {
  dateFromName: boolean;
  json: boolean;
}

await onCommandLine(
  {
    name: "check",
    usage: USAGE,
    words: "[FOLDER…]",
    flags: ["date-from-name", "json"],
  },
  ({ words, flag }) => {
    const asked = { dateFromName: flag("date-from-name"), json: flag("json") };
    if (words.some(isBag)) return sayOfBag(words, asked);
    return words.length > 0 ? sayOfFolders(words, asked) : sayOfSite(asked);
  },
);

async function sayOfFolders(folders: string[], { dateFromName, json }: Asked): Promise<ExitStatus> {
  const report = await checkFolders(folders, readConfig(), dateFromName);
  if (json) await writeReport(report, process.stdout);
  else process.stdout.write(importTable(report, true));
  return report.refused > 0 ? 3 : 0;
}

/** As an import does, which takes a bag alone. */
async function sayOfBag(
  [bag = "", ...others]: string[],
  { dateFromName, json }: Asked,
): Promise<ExitStatus> {
  if (others.length > 0 || dateFromName)
    throw new DatelineError("usage", "Expected a bag alone, without --date-from-name");
  const report = await checkBagFolder(bag);
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : bagTable(report, true));
  return 0;
}

async function sayOfSite({ dateFromName, json }: Asked): Promise<ExitStatus> {
  if (dateFromName)
    throw new DatelineError("usage", "Expected a FOLDER with --date-from-name, and none came");
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
