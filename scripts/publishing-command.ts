import { existsSync } from "node:fs";
import { type Config, readConfig } from "../src/config.ts";
import { DatelineError } from "../src/errors.ts";
import { presentInstant } from "../src/present-instant.ts";
import type { ActOptions } from "../src/publishing/publishing-options.ts";
import { openStore } from "../src/store/open-store.ts";
import type { Store } from "../src/store/store.ts";
import type { Typed } from "./command-line/command-line.ts";
import {
  type ReportingCommand,
  reportOnCommandLine,
} from "./command-line/report-on-command-line.ts";

/** A command that changes the archive, or looks into it. It takes `--dry-run`, too. */
export interface PublishingCommand<Report> extends ReportingCommand<Report> {
  run(typed: Typed, archive: OpenArchive): Promise<Report>;
}

export interface OpenArchive {
  store: Store;
  config: Config;
  options: ActOptions;
}

/** Runs the command on the process's arguments and the archive that is there. */
export function runCommand<Report>(command: PublishingCommand<Report>): Promise<void> {
  const flags = [...(command.flags ?? []), "dry-run"];
  return reportOnCommandLine({ ...command, flags }, (typed) =>
    onArchive(typed, (archive) => command.run(typed, archive)),
  );
}

async function onArchive<Report>(
  typed: Typed,
  work: (archive: OpenArchive) => Promise<Report>,
): Promise<Report> {
  const config = readConfig(process.env);
  if (!existsSync(config.database)) {
    const message = `Expected an archive at ${config.database}, found none.`;
    throw new DatelineError("unavailable", message);
  }
  const store = await openStore(config.database, { readOnly: false });
  const times = { at: presentInstant(), now: presentInstant };
  try {
    const options = { ...times, dryRun: typed.flag("dry-run"), onWait: sayThatItWaits };
    return await work({ store, config, options });
  } finally {
    await store.close();
  }
}

export function sayThatItWaits(): void {
  process.stderr.write("Another run holds the archive: waiting until it is done.\n");
}
