import { spawnSync } from "node:child_process";
import { archiveFiles, type Injection } from "./fault.ts";

/**
 * What stands before a command so that it is disturbed at the `at`-th of these calls, from 1. strace counts the calls of
 * each name by itself.
 */
export function stracePrefix(
  injection: Injection,
  calls: string[],
  at: number,
  database: string,
): string[] {
  const { onArchive, what, fromThenOn } = injection;
  const before = calls.slice(0, at - 1);
  const names = fromThenOn ? [...new Set(calls)] : [calls[at - 1] as string];
  const injected = names.flatMap((name) => {
    const nth = before.filter((other) => other === name).length + 1;
    return ["-e", `inject=${name}:${what}:when=${nth}${fromThenOn ? "+" : ""}`];
  });
  const paths = onArchive ? archiveFiles(database).flatMap((file) => ["-P", file]) : [];
  // With it a process stops only at the calls that are looked at; but then signals do not reach it.
  const quick = what === "signal=KILL" ? [] : ["--seccomp-bpf"];
  const trace = ["-e", `trace=${names.join(",")}`];
  return ["strace", "-f", "-qqq", ...quick, ...trace, ...injected, ...paths, "-o", "/dev/null"];
}

/** Why no call can be disturbed on this machine; `null` where it can. */
export function straceObstacle(): string | null {
  const options = ["-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "inject=fsync:error=EIO"];
  const run = spawnSync("strace", [...options, "true"], { encoding: "utf8" });
  if (run.status === 0) return null;
  if (run.error)
    return "Faults are injected by strace, and it is not here: apt-get install -y strace";
  return `Faults are injected by strace, and this machine does not permit ptrace: ${run.stderr.trim()}`;
}
