import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { straceObstacle } from "../../scripts/faults/strace.ts";
import { debianTest } from "../support/debian.ts";

const FAULTS = join(import.meta.dirname, "../../scripts/faults/faults.js");

/** Status and everything it printed. */
function runFaults(args: string[]): Promise<{ status: number | null; printed: string }> {
  const child = spawn(process.execPath, [FAULTS, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, printed })));
}

debianTest(
  "strace",
  "1,000 runs that are killed, fail to write or fill their disk damage and lose nothing, readers are served meanwhile, and the next run completes",
  async (context) => {
    const obstacle = straceObstacle();
    // Skipped only where that is no failure: continuous integration must have a machine that can.
    if (obstacle) return context.skip(obstacle);
    const { status, printed } = await runFaults(["--cases", "1000"]);
    for (const line of printed.trim().split("\n")) context.diagnostic(line);
    assert.equal(status, 0, printed);
    assert.match(printed, /^in all +1000 /m);
  },
);
