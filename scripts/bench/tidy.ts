import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const steps = new Set<() => void>();

/** Does `step` when the bench ends, however it ends, last come first served. Returns how to do it now. */
export function atEnd(step: () => void): () => void {
  steps.add(step);
  return () => {
    if (steps.delete(step)) step();
  };
}

/** Kills the process when the bench ends. Returns how to forget one that has ended by itself. */
export function killAtEnd(child: ChildProcess): () => void {
  const step = () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  };
  steps.add(step);
  return () => steps.delete(step);
}

/** A folder of our own that goes away with the bench. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "dateline-bench-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function tidyUp(): void {
  for (const step of [...steps].reverse()) {
    steps.delete(step);
    try {
      step();
    } catch (error) {
      process.stderr.write(`could not clean up: ${error}\n`);
    }
  }
}

/** Cleans up at every end: when all is done, when something is thrown, and at Ctrl-C. */
export function tidyAtEnd(): void {
  process.once("exit", tidyUp);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => process.exit(130));
  }
}
