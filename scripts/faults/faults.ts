// `npm run faults`: starts the trials in a mount namespace of their own where it may, so that no disk stays mounted.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { type ExitStatus, onCommandLine } from "../command-line/on-command-line.ts";
import { FAULTS, faultsArguments } from "./arguments.ts";

const TRIALS = path.join(import.meta.dirname, "run-faults.js");

/** The first that this process may have: of root, of a user who is root in a namespace, or none. */
const NAMESPACES = [
  ["unshare", "-m"],
  ["unshare", "-rm"],
];

await onCommandLine(FAULTS, (typed) => {
  faultsArguments(typed);
  const [program, ...rest] = [...namespace(), process.execPath, TRIALS, ...process.argv.slice(2)];
  const { status } = spawnSync(program as string, rest, { stdio: "inherit" });
  return (status ?? 1) as ExitStatus;
});

function namespace(): string[] {
  const may = ([program, ...rest]: string[]) =>
    spawnSync(program as string, [...rest, "true"], { stdio: "ignore" }).status === 0;
  return NAMESPACES.find(may) ?? [];
}
