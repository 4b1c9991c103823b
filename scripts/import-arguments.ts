import { DatelineError } from "../src/errors.ts";
import type { ImportFolder } from "../src/import/import-folders.ts";
import type { CommandLine, Typed } from "./command-line/command-line.ts";

const USAGE = `Usage: npm run import -- FOLDER… [options]

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

export const IMPORT: CommandLine = {
  name: "import",
  usage: USAGE,
  words: "FOLDER…",
  lists: ["source"],
  flags: ["dry-run", "json", "date-from-name", "watch"],
};

export interface ImportArguments {
  folders: ImportFolder[];
  dryRun: boolean;
  json: boolean;
  watch: boolean;
  dateFromName: boolean;
}

/** What the command line asks for; throws `usage` where that does not go together. */
export function importArguments({ words, all, flag }: Typed): ImportArguments {
  const sources = all("source");
  requireSources(words, sources);
  if (flag("watch") && flag("dry-run"))
    throw new DatelineError("usage", "Expected --watch or --dry-run, and both came");
  return {
    folders: words.map((path, index) => ({ path, source: sources[index] ?? null })),
    dryRun: flag("dry-run"),
    json: flag("json"),
    watch: flag("watch"),
    dateFromName: flag("date-from-name"),
  };
}

function requireSources(folders: string[], sources: string[]): void {
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
