// `npm run faults`: starts the trials in a mount namespace of their own where it may, so that no disk stays mounted.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { readArguments, USAGE } from "./arguments.ts";

const TRIALS = path.join(import.meta.dirname, "run-faults.js");

/** The first that this process may have: of root, of a user who is root in a namespace, or none. */
const NAMESPACES = [
  ["unshare", "-m"],
  ["unshare", "-rm"],
];

const args = process.argv.slice(2);
if (isHelp()) process.stdout.write(USAGE);
else {
  const [program, ...rest] = [...namespace(), process.execPath, TRIALS, ...args] as [
    string,
    ...string[],
  ];
  process.exitCode = spawnSync(program, rest, { stdio: "inherit" }).status ?? 1;
}

function isHelp(): boolean {
  try {
    return readArguments(args).help;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(2);
  }
}

function namespace(): string[] {
  const may = ([program, ...rest]: string[]) =>
    spawnSync(program as string, [...rest, "true"], { stdio: "ignore" }).status === 0;
  return NAMESPACES.find(may) ?? [];
}
