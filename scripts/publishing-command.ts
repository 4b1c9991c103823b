import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Config, readConfig } from "../src/config.ts";
import { DatelineError } from "../src/errors.ts";
import { visible } from "../src/import/quoted.ts";
import { presentInstant } from "../src/present-instant.ts";
import type { ActOptions } from "../src/publishing/publishing-options.ts";
import { openStore } from "../src/store/open-store.ts";
import type { Store } from "../src/store/store.ts";

/** What stands on the command line. */
export interface Typed {
  positionals: string[];
  /** The value behind `--NAME`; throws `usage` where it is missing. */
  required(name: string): string;
  /** The value behind `--NAME`; `null` where it is missing. */
  optional(name: string): string | null;
  flag(name: string): boolean;
}

/** A command that changes the archive, or looks into it. */
export interface PublishingCommand<Report> {
  usage: string;
  /** Names of options with a value, and of those without one, beside `--dry-run`, `--json` and `--help`. */
  values: string[];
  flags: string[];
  /** How many words there may be that are no options. */
  words: [least: number, most: number];
  run(typed: Typed, archive: OpenArchive): Promise<Report>;
  /** The report for a person, in lines. */
  lines(report: Report): string[];
}

export interface OpenArchive {
  store: Store;
  config: Config;
  options: ActOptions;
}

/** Runs the command on the process's arguments, prints what it did and sets the exit status: 0, 1 failed, 2 wrong usage. */
export async function runCommand<Report>(command: PublishingCommand<Report>): Promise<void> {
  try {
    const typed = readTyped(command, process.argv.slice(2));
    process.stdout.write(typed.flag("help") ? command.usage : await reported(command, typed));
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    process.stderr.write(`${visible(error.message)}\n`);
    if (error.code === "usage") process.stderr.write("With --help it says how it is used.\n");
    process.exitCode = error.code === "usage" ? 2 : 1;
  }
}

async function reported<Report>(command: PublishingCommand<Report>, typed: Typed): Promise<string> {
  const report = await onArchive(typed, (archive) => command.run(typed, archive));
  if (typed.flag("json")) return `${JSON.stringify(report)}\n`;
  const note = typed.flag("dry-run") ? ["Dry run: nothing was changed."] : [];
  return `${[...command.lines(report), ...note].map(visible).join("\n")}\n`;
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
  const onWait = () => {
    process.stderr.write("Another run holds the archive: waiting until it is done.\n");
  };
  const times = { at: presentInstant(), now: presentInstant };
  try {
    const options = { ...times, dryRun: typed.flag("dry-run"), onWait };
    return await work({ store, config, options });
  } finally {
    await store.close();
  }
}

function readTyped<Report>(command: PublishingCommand<Report>, args: string[]): Typed {
  const { values, positionals } = parse(command, args);
  const [least, most] = command.words;
  const tooMany = positionals.length > most;
  if (values.help !== true && (positionals.length < least || tooMany)) {
    const expected = least === most ? `${least}` : `${least} or ${most}`;
    const message = `Expected ${expected} words that are no options, but ${positionals.length} came.`;
    throw new DatelineError("usage", message);
  }
  const optional = (name: string) => (values[name] as string | undefined) ?? null;
  return {
    positionals,
    optional,
    required: (name) => {
      const value = optional(name);
      if (value !== null) return value;
      throw new DatelineError("usage", `Expected --${name} with words for readers, and none came.`);
    },
    flag: (name) => values[name] === true,
  };
}

function parse({ values, flags }: PublishingCommand<unknown>, args: string[]) {
  const options: Record<string, { type: "string" | "boolean"; short?: string }> = {
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  };
  for (const name of values) options[name] = { type: "string" };
  for (const name of flags) options[name] = { type: "boolean" };
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new DatelineError("usage", (error as Error).message.split(". ", 1)[0] as string);
  }
}
