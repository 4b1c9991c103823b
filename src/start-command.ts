import { parseArgs } from "node:util";
import { DatelineError } from "./errors.ts";

export const START_HELP = `Usage: npm start [-- FOLDER…]

Serves the archive. Each FOLDER of statements is imported first, or one FILE. Without FOLDER
an archive that does not exist yet is made from the sample in data/statements.

  --help   shows this text

Settings come from the environment:
  PORT                     port to listen on; 0 takes a free one (3000)
  HOST                     name or address to listen on (127.0.0.1)
  DATELINE_DATABASE        the archive's file (data/archive.db beside the program)
  DATELINE_DOWNLOADS       folder for the files of /download (beside the archive)
  DATELINE_SITE_URL        where readers reach the site (the address it listens on)
  DATELINE_TITLE           what the site is called (Dateline)
  DATELINE_CONTACT         whom to write to: an e-mail or web address
  DATELINE_SECURITY_CONTACT  whom to tell of a weakness of the site, likewise
  DATELINE_RIGHTS          who may do what with the statements
  DATELINE_LANGUAGE        language of statements that do not tell theirs (en)
  DATELINE_MAX_FILE_BYTES  longer statement files are refused (10485760)
  DATELINE_LOG_KEY         file with the key that signs the log's checkpoints (none)
  DATELINE_PROCESSES       processes that serve, on one port (1)
  DATELINE_ANSWER_BYTES    finished answers that each of them keeps, in bytes (67108864)
  DATELINE_TRUSTED_PROXIES  proxies in front that are believed, as loopback, 10.0.0.0/8 (none)
  DATELINE_CONNECTIONS_PER_CLIENT  connections that one client may hold (256)
  DATELINE_ACCESS_LOG      a line for each answer on stderr: off, on or full (off)
  DATELINE_METRICS_PORT    port on which /metrics is answered (none)
  DATELINE_METRICS_HOST    name or address of that port (127.0.0.1)

Exit status: 0 stopped as told, 1 failed, 2 wrong usage or setting, or a folder that is not there.
`;

export interface StartCommand {
  help: boolean;
  folders: string[];
}

/** What the arguments ask for. Throws `usage` for an option that is not known. */
export function readStartCommand(args: string[]): StartCommand {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { help: { type: "boolean", short: "h", default: false } },
      allowPositionals: true,
    });
    return { help: values.help, folders: positionals };
  } catch (error) {
    const unknown = args.find((argument) => argument.startsWith("-"));
    const message = `expected folders or --help, but ${JSON.stringify(unknown)} came; see --help`;
    throw new DatelineError("usage", message, { cause: error });
  }
}
