import { type SpawnOptions, spawn } from "node:child_process";
import { killAtEnd } from "../tidy.ts";
import { endedChildrenCpuSeconds, peakMemory } from "./process.ts";

export interface Run {
  /** Seconds. */
  wall: number;
  /** Seconds, of the program and all that it started. */
  cpu: number;
  /** Bytes, of the program alone. */
  peak: number;
  stdout: string;
}

/** How often memory is looked at, in milliseconds; the kernel itself remembers the highest. */
const LOOK_EVERY = 20;

/** Runs a program to its end. Throws, with its last words, where it does not end well. */
export async function run(
  program: string,
  parameters: string[],
  options: SpawnOptions = {},
): Promise<Run> {
  const cpuBefore = endedChildrenCpuSeconds();
  const start = performance.now();
  const child = spawn(program, parameters, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const forget = killAtEnd(child);
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, peakMemory(child.pid ?? 0) ?? 0);
  }, LOOK_EVERY);
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (part) => {
    stdout += part;
  });
  child.stderr?.on("data", (part) => {
    stderr = (stderr + part).slice(-2000);
  });
  const status = await new Promise((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  }).finally(() => {
    clearInterval(timer);
    forget();
  });
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) {
    throw new Error(
      `${program} ${parameters.join(" ")} ended with ${status}: ${stderr}${stdout.slice(-2000)}`,
    );
  }
  return { wall, cpu: endedChildrenCpuSeconds() - cpuBefore, peak, stdout };
}
