import { parseArgs } from "node:util";
import { DatelineError } from "../src/errors.ts";
import type { ImportFolder } from "../src/import/import-folders.ts";

export const USAGE = `Usage: npm run import -- FOLDER… [options]

Imports the statement files (.txt and .md) of each FOLDER, which may be one file, into the archive.
Importing the same folder again changes nothing. A FOLDER that is a bag made by npm run export -- DIR --bagit is imported
by itself, and brings its addresses, revisions and withdrawals with it.

  --dry-run          report, and write nothing
  --json             print the report as JSON
  --date-from-name   take the date from names such as 20230127.txt where a file has none
  --source NAME      know the folder by this name instead of its real path; once for each FOLDER
  --watch            go on, and import again whenever files have changed and are still for two seconds
  --help             print this

Exit status: 0 all well, 1 failed, 2 wrong usage, 3 some files were refused.
`;

export interface ImportArguments {
  folders: ImportFolder[];
  dryRun: boolean;
  json: boolean;
  watch: boolean;
  dateFromName: boolean;
  help: boolean;
}

/** What the command line asks for; throws `usage` where it cannot be understood. */
export function readArguments(args: string[]): ImportArguments {
  const { values, positionals } = parse(args);
  const { help = false, json = false, source: sources = [] } = values;
  if (!help) requireFolders(positionals, sources);
  const folders = positionals.map((path, index) => ({ path, source: sources[index] ?? null }));
  const {
    "dry-run": dryRun = false,
    "date-from-name": dateFromName = false,
    watch = false,
  } = values;
  if (watch && dryRun)
    throw new DatelineError("usage", "Expected --watch or --dry-run, and both came");
  return { folders, dryRun, json, watch, dateFromName, help };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean" },
        json: { type: "boolean" },
        "date-from-name": { type: "boolean" },
        watch: { type: "boolean" },
        source: { type: "string", multiple: true },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new DatelineError("usage", (error as Error).message.split(". ", 1)[0] as string);
  }
}

function requireFolders(folders: string[], sources: string[]): void {
  if (folders.length === 0)
    throw new DatelineError("usage", "Expected a FOLDER to import, and none came");
  if (folders.includes(""))
    throw new DatelineError("usage", "Expected a FOLDER to import, and an empty name came");
  if (sources.includes(""))
    throw new DatelineError("usage", "Expected a name behind --source, and an empty one came");
  if (sources.length > 0 && sources.length !== folders.length) {
    const came = `${counted(folders, "folder")} and ${counted(sources, "name")} came`;
    throw new DatelineError("usage", `Expected one --source for each FOLDER, and ${came}`);
  }
}

function counted(things: string[], word: string): string {
  return `${things.length} ${word}${things.length === 1 ? "" : "s"}`;
}
