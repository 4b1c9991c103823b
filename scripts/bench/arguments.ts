import { DatelineError } from "../../src/errors.ts";
import type { CommandLine, Typed } from "../command-line/command-line.ts";

export const PARTS = ["import", "http", "search", "start", "postgres"] as const;
export type Part = (typeof PARTS)[number];

const USAGE = `Usage: npm run bench -- [options]

Makes a corpus, imports it, serves and searches it, and writes what it measured into docs/benchmarks.md.

  --statements N   how many statements (10000)
  --only PARTS     some of ${PARTS.join(",")}
  --rounds N       rounds of each HTTP measurement, at least 9 for figures that count (9)
  --archive FILE   an archive of such a corpus, imported by this build before, in place of importing anew
  --keep           leaves corpus and archive of each size in the temporary folder dateline-bench-kept,
                   and uses the corpus that is there
  --help           prints this

Needs Linux. Debian's wrk, nginx, hugo and postgresql are measured beside where they are there.
Exit status: 0 all measured, 1 failed, 2 wrong usage.
`;

export const BENCH: CommandLine = {
  name: "bench",
  usage: USAGE,
  words: "",
  values: ["statements", "only", "rounds", "archive"],
  flags: ["keep"],
};

export interface BenchArguments {
  statements: number;
  parts: Part[];
  rounds: number;
  archive: string | null;
  keep: boolean;
}

/** What the command line asks for. Throws `usage`, saying what was expected. */
export function benchArguments({ optional, wholeNumber, flag }: Typed): BenchArguments {
  const parts = partsOf(optional("only"));
  const archive = optional("archive");
  if (archive !== null && parts.includes("import"))
    throw refused("--archive: expected --only without import, which makes archives of its own");
  return {
    statements: wholeNumber("statements", 1000) ?? 10_000,
    rounds: wholeNumber("rounds", 1) ?? 9,
    archive,
    keep: flag("keep"),
    parts,
  };
}

function partsOf(only: string | null): Part[] {
  if (only === null) return [...PARTS];
  const asked = only.split(",").map((name) => name.trim());
  const unknown = asked.find((name) => !PARTS.some((part) => part === name));
  if (unknown === undefined) return PARTS.filter((part) => asked.includes(part));
  throw refused(`--only: expected some of ${PARTS.join(", ")}, but "${unknown}" came`);
}

function refused(message: string): DatelineError {
  return new DatelineError("usage", message);
}
