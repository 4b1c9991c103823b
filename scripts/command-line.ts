import { parseArgs } from "node:util";
import { DatelineError } from "../src/errors.ts";
import { visible } from "../src/import/quoted.ts";
import { refuseKeptByNpm } from "./kept-by-npm.ts";

/** What stands on the command line. */
export interface Typed {
  positionals: string[];
  /** The value behind `--NAME`; throws `usage` where it is missing. */
  required(name: string): string;
  /** The value behind `--NAME`; `null` where it is missing. */
  optional(name: string): string | null;
  flag(name: string): boolean;
}

/** What may stand on a command line, and how its report is printed. */
export interface CommandLine<Report> {
  usage: string;
  /** Names of options with a value, and of those without one, beside `--json` and `--help`. */
  values: string[];
  flags: string[];
  /** How many words there may be that are no options. */
  words: [least: number, most: number];
  /** The report for a person, in lines. */
  lines(report: Report): string[];
}

/** Runs `work` on the process's arguments, prints its report and sets the exit status: 0, 1 failed, 2 wrong usage. */
export async function onCommandLine<Report>(
  command: CommandLine<Report>,
  work: (typed: Typed) => Promise<Report>,
): Promise<void> {
  try {
    refuseKeptByNpm([...command.values, ...command.flags], process.env);
    const typed = readTyped(command, process.argv.slice(2));
    process.stdout.write(typed.flag("help") ? command.usage : await reported(command, typed, work));
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    process.stderr.write(`${visible(error.message)}\n`);
    if (error.code === "usage") process.stderr.write("With --help it says how it is used.\n");
    process.exitCode = error.code === "usage" ? 2 : 1;
  }
}

async function reported<Report>(
  command: CommandLine<Report>,
  typed: Typed,
  work: (typed: Typed) => Promise<Report>,
): Promise<string> {
  const report = await work(typed);
  if (typed.flag("json")) return `${JSON.stringify(report)}\n`;
  const note = typed.flag("dry-run") ? ["Dry run: nothing was changed."] : [];
  return `${[...command.lines(report), ...note].map(visible).join("\n")}\n`;
}

function readTyped<Report>(command: CommandLine<Report>, args: string[]): Typed {
  const { values, positionals } = parse(command, args);
  const [least, most] = command.words;
  const tooMany = positionals.length > most;
  if (values.help !== true && (positionals.length < least || tooMany)) {
    const expected = least === most ? `${least}` : `${least} or ${most}`;
    const words = expected === "1" ? "word that is no option" : "words that are no options";
    const message = `Expected ${expected} ${words}, but ${positionals.length} came.`;
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

function parse({ values, flags }: CommandLine<never>, args: string[]) {
  const options: Record<string, { type: "string" | "boolean"; short?: string }> = {
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
