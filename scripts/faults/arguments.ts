import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";

export const USAGE = `Usage: npm run faults [-- options]

Kills imports, corrections, withdrawals and upgrades, fails their system calls and fills up their disk; then looks whether
the archive is whole, nothing that was reported is lost, the site served it throughout, and the next run completes.

  --cases N    how many cases (1000)
  --seed N     repeats the cases of that seed (by default another each time)
  --only N     only that case of them
  --lanes N    so many at once (one for each processor)
  --help       prints this

Needs Linux and Debian's strace. Exit status: 0 all well, 1 a case went wrong or could not be tried, 2 wrong usage.
`;

export interface FaultsArguments {
  cases: number;
  seed: number;
  only: number | null;
  lanes: number;
  help: boolean;
}

/** What the command line asks for. Throws, saying what was expected. */
export function readArguments(args: string[]): FaultsArguments {
  const { values } = parseArgs({
    args,
    options: {
      cases: { type: "string", default: "1000" },
      seed: { type: "string", default: String(Math.floor(Math.random() * 1e9)) },
      only: { type: "string" },
      lanes: { type: "string", default: String(availableParallelism()) },
      help: { type: "boolean", default: false },
    },
  });
  const cases = wholeNumber("--cases", values.cases, 1);
  return {
    cases,
    seed: wholeNumber("--seed", values.seed, 0),
    only: values.only === undefined ? null : wholeNumber("--only", values.only, 1),
    lanes: wholeNumber("--lanes", values.lanes, 1),
    help: values.help,
  };
}

function wholeNumber(name: string, text: string, lowest: number): number {
  if (/^\d{1,9}$/.test(text) && Number(text) >= lowest) return Number(text);
  throw new Error(`${name}: expected a whole number from ${lowest}, but "${text}" came`);
}
