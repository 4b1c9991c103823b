import { visible } from "../../src/import/quoted.ts";
import type { CommandLine, Typed } from "./command-line.ts";
import { type ExitStatus, onCommandLine } from "./on-command-line.ts";

/** A command that does one thing and reports it. It takes `--json`, too. */
export interface ReportingCommand<Report> extends CommandLine {
  /** The report for a person. */
  lines(report: Report): string[];
}

/** Runs `work` on the process's arguments, prints its report and sets the exit status (see `onCommandLine`). */
export function reportOnCommandLine<Report>(
  command: ReportingCommand<Report>,
  work: (typed: Typed) => Promise<Report>,
): Promise<void> {
  const flags = [...(command.flags ?? []), "json"];
  return onCommandLine({ ...command, flags }, async (typed): Promise<ExitStatus> => {
    const report = await work(typed);
    process.stdout.write(
      typed.flag("json") ? `${JSON.stringify(report)}\n` : printed(command.lines(report), typed),
    );
    return 0;
  });
}

function printed(lines: string[], typed: Typed): string {
  const note = typed.flag("dry-run") ? ["Dry run: nothing was changed."] : [];
  return `${[...lines, ...note].map(visible).join("\n")}\n`;
}
