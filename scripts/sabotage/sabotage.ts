#!/usr/bin/env node
import path from "node:path";
import { DatelineError } from "../../src/errors.ts";
import { PROJECT_ROOT } from "../../src/project-root.ts";
import { type ExitStatus, onCommandLine } from "../command-line/on-command-line.ts";
import { type Copy, copyTree } from "./copy.ts";
import { GUARDS, type Guard } from "./guards.ts";

const USAGE = `Usage: npm run sabotage [-- WORD…]

Takes guards out of a copy of the project, one at a time, and expects that the test which holds each fails without it, and
passes with it. With words: the guards whose name or file holds one of them (scripts/sabotage/guards.ts).

  --help   prints this

Exit status: 0 every guard is held, 1 one is not, 2 wrong usage.
`;

await onCommandLine({ name: "sabotage", usage: USAGE, words: "[WORD…]" }, ({ words }) => {
  const tried = GUARDS.filter(({ name, file }) =>
    [...words, ...(words.length === 0 ? [""] : [])].some(
      (word) => name.includes(word) || file.includes(word),
    ),
  );
  if (tried.length > 0) return sabotage(tried);
  throw new DatelineError("usage", "no guard has such a name or file");
});

function sabotage(guards: readonly Guard[]): ExitStatus {
  const copy = copyTree();
  try {
    const faults = faultsOf(copy, guards);
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    copy.remove();
  }
}

function faultsOf(copy: Copy, guards: readonly Guard[]): string[] {
  if (!copy.build()) return ["the project does not compile"];
  const faults = guards.flatMap((guard) => {
    if (passes(copy, guard)) return [];
    return [`${guard.name}: its test does not pass as the project stands (${shown(guard)})`];
  });
  if (faults.length > 0) return faults;
  return guards.flatMap((guard) => {
    const fault = faultWithout(copy, guard);
    process.stdout.write(`${fault === null ? "red" : "NOT RED"}  ${guard.name}  ${shown(guard)}\n`);
    return fault === null ? [] : [`${guard.name}: ${fault}`];
  });
}

/** What is wrong when the guard is out; `null` where its test fails, as it should. */
function faultWithout(copy: Copy, guard: Guard): string | null {
  const diff = path.join(PROJECT_ROOT, "scripts/sabotage/diffs", `${guard.name}.diff`);
  if (!copy.apply(diff, false)) return "its diff does not apply any more";
  try {
    if (!copy.build()) return "what is left does not compile";
    return passes(copy, guard) ? `nothing fails without it (${shown(guard)})` : null;
  } finally {
    copy.apply(diff, true);
  }
}

/** Whether the test was found and passed. */
function passes(copy: Copy, { file, test }: Guard): boolean {
  const { report, isGreen } = copy.test(file, test);
  const lines = report.split("\n").filter((line) => /^\s*ok \d+ - /.test(line));
  const own = lines.filter((line) => titleOf(line).startsWith(test) && !line.includes("# SKIP"));
  return isGreen && own.length > 0;
}

/** TAP puts a backslash before `#`. */
function titleOf(line: string): string {
  return line.replace(/^\s*ok \d+ - /, "").replaceAll("\\#", "#");
}

function shown({ file, test }: Guard): string {
  return `${file}: ${test}`;
}
