import { type ExitStatus, onCommandLine } from "../command-line/on-command-line.ts";
import { FAULTS, type FaultsArguments, faultsArguments } from "./arguments.ts";
import { straceObstacle } from "./strace.ts";
import { outcomeTable, type Tried } from "./table.ts";
import { tryCases } from "./try-cases.ts";

/** Where much goes wrong, the first few say what. */
const MOST_TOLD = 10;
let told = 0;

await onCommandLine(FAULTS, async (typed) => {
  const obstacle = straceObstacle();
  if (obstacle === null) return faults(faultsArguments(typed));
  process.stderr.write(`${obstacle}\n`);
  return 1;
});

async function faults(args: FaultsArguments): Promise<ExitStatus> {
  const { cases, seed } = args;
  const began = performance.now();
  const tried = await tryCases(args, {
    note: (words) => process.stderr.write(`${words}\n`),
    tried: (one, done, all) => {
      tellProblems(one, args);
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} `);
    },
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`\n${outcomeTable(tried)}\n`);
  const wrong = tried.filter(({ outcome }) => outcome.problems.length > 0).length;
  process.stdout.write(
    `${tried.length} cases in ${seconds} s, ${wrong} of them wrong. To repeat them: npm run faults -- --cases ${cases} --seed ${seed}\n`,
  );
  return wrong === 0 ? 0 : 1;
}

function tellProblems({ one, outcome }: Tried, { cases, seed }: FaultsArguments): void {
  if (outcome.problems.length === 0 || ++told > MOST_TOLD) return;
  const { number, act, kind, at, served } = one;
  const lines = outcome.problems.map(({ kind: what, words }) => `  ${what}: ${words}`);
  process.stderr.write(
    `Case ${number}: ${act}, ${kind} ${at}, ${served ? "served" : "alone"}, ${outcome.ended}, left ${outcome.left}
${lines.join("\n")}\n  npm run faults -- --cases ${cases} --seed ${seed} --only ${number}\n`,
  );
}
