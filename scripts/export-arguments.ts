import { parseArgs } from "node:util";
import { DatelineError } from "../src/errors.ts";

export const EXPORT_USAGE = `Usage: npm run export -- DIR [options]

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

export interface ExportArguments {
  folder: string;
  bagit: boolean;
  warc: boolean;
  json: boolean;
  help: boolean;
}

/** What the command line asks for; throws `usage` where it cannot be understood. */
export function readExportArguments(args: string[]): ExportArguments {
  const { values, positionals } = parse(args);
  const { help = false, json = false, bagit = false, warc = false } = values;
  const [folder = ""] = positionals;
  if (!help && (positionals.length !== 1 || folder === "")) {
    const came = positionals.length === 1 ? "an empty name" : `${positionals.length} words`;
    throw new DatelineError("usage", `Expected one DIR to export to, and ${came} came`);
  }
  return { folder, bagit, warc, json, help };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        bagit: { type: "boolean" },
        warc: { type: "boolean" },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new DatelineError("usage", (error as Error).message.split(". ", 1)[0] as string);
  }
}
