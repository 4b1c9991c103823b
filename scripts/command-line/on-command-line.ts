import { DatelineError } from "../../src/errors.ts";
import { visible } from "../../src/import/quoted.ts";
import type { CommandLine, Typed } from "./command-line.ts";
import { readTyped } from "./read-typed.ts";

/** 0 all well, 1 failed, 2 wrong usage, 3 some files were refused. */
export type ExitStatus = 0 | 1 | 2 | 3;

/** Runs `work` on the process's arguments and sets the exit status that it gives; 1 where it throws a `DatelineError`, 2 where that is `usage`. */
export async function onCommandLine(
  command: CommandLine,
  work: (typed: Typed) => ExitStatus | Promise<ExitStatus>,
): Promise<void> {
  process.stdout.on("error", endWithReader);
  try {
    const typed = readTyped(command, process.argv.slice(2), process.env);
    if (typed === null) process.stdout.write(command.usage);
    else process.exitCode = await work(typed);
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    const isUsage = error.code === "usage";
    const hint = isUsage ? `npm run ${command.name} -- --help says how it is used.\n` : "";
    process.stderr.write(`${visible(error.message)}\n${hint}`);
    process.exitCode = isUsage ? 2 : 1;
  }
}

/** Whoever read the output has gone, and needs no message. */
function endWithReader(error: NodeJS.ErrnoException): void {
  process.exit(error.code === "EPIPE" ? 0 : 1);
}
