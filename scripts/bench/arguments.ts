import { parseArgs } from "node:util";

export const PARTS = ["import", "http", "search", "start", "postgres"] as const;
export type Part = (typeof PARTS)[number];

export const USAGE = `Usage: npm run bench -- [options]

Makes a corpus, imports it, serves and searches it, and writes what it measured into docs/benchmarks.md.

  --statements N   how many statements (10000)
  --only PARTS     some of ${PARTS.join(",")}
  --rounds N       rounds of each HTTP measurement, at least 9 for figures that count (9)
  --archive FILE   an archive of such a corpus, imported by this build before, in place of importing anew
  --keep           leaves corpus and archive in the temporary folder dateline-bench-kept, and uses
                   the corpus that is there
  --help           prints this

Needs Linux. Debian's wrk, nginx, hugo and postgresql are measured beside where they are there.
`;

export interface BenchArguments {
  statements: number;
  parts: Part[];
  rounds: number;
  archive: string | null;
  keep: boolean;
  help: boolean;
}

/** What the command line asks for. Throws, saying what was expected. */
export function readArguments(args: string[]): BenchArguments {
  const { values } = parseArgs({
    args,
    options: {
      statements: { type: "string", default: "10000" },
      only: { type: "string" },
      rounds: { type: "string", default: "9" },
      archive: { type: "string" },
      keep: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const { keep, help } = values;
  const statements = wholeNumber("--statements", values.statements, 1000);
  const rounds = wholeNumber("--rounds", values.rounds, 1);
  const parts = partsOf(values.only);
  const archive = values.archive ?? null;
  if (archive !== null && parts.includes("import"))
    throw new Error("--archive: expected --only without import, which makes archives of its own");
  return { statements, rounds, archive, keep, help, parts };
}

function wholeNumber(name: string, text: string, lowest: number): number {
  if (/^\d{1,8}$/.test(text) && Number(text) >= lowest) return Number(text);
  throw new Error(`${name}: expected a whole number from ${lowest}, but "${text}" came`);
}

function partsOf(only: string | undefined): Part[] {
  if (only === undefined) return [...PARTS];
  const asked = only.split(",").map((name) => name.trim());
  const unknown = asked.find((name) => !PARTS.some((part) => part === name));
  if (unknown === undefined) return PARTS.filter((part) => asked.includes(part));
  throw new Error(`--only: expected some of ${PARTS.join(", ")}, but "${unknown}" came`);
}
