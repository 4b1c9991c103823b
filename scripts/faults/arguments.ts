import { availableParallelism } from "node:os";
import type { CommandLine, Typed } from "../command-line/command-line.ts";

const USAGE = `Usage: npm run faults [-- options]

Kills imports, corrections, withdrawals and upgrades, fails their system calls and fills up their disk; then looks whether
the archive is whole, nothing that was reported is lost, the site served it throughout, and the next run completes.

  --cases N    how many cases (1000)
  --seed N     repeats the cases of that seed (by default another each time)
  --only N     only that case of them
  --lanes N    so many at once (one for each processor)
  --help       prints this

Needs Linux and Debian's strace.
Exit status: 0 all well, 1 a case went wrong or could not be tried, 2 wrong usage.
`;

export const FAULTS: CommandLine = {
  name: "faults",
  usage: USAGE,
  words: "",
  values: ["cases", "seed", "only", "lanes"],
};

export interface FaultsArguments {
  cases: number;
  seed: number;
  only: number | null;
  lanes: number;
}

/** What the command line asks for. Throws `usage`, saying what was expected. */
export function faultsArguments({ wholeNumber }: Typed): FaultsArguments {
  return {
    cases: wholeNumber("cases", 1) ?? 1000,
    seed: wholeNumber("seed", 0) ?? Math.floor(Math.random() * 1e9),
    only: wholeNumber("only", 1),
    lanes: wholeNumber("lanes", 1) ?? availableParallelism(),
  };
}
