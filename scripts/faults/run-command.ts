import { spawn } from "node:child_process";
import path from "node:path";

/** How a command ended. */
export interface Ended {
  status: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
  milliseconds: number;
  /** It was given up. */
  hung: boolean;
}

const SCRIPTS = path.join(import.meta.dirname, "..");
const CLOCK = path.join(import.meta.dirname, "fixed-clock.js");

/** A command that takes longer hangs, however busy the machine is. */
const LONGEST = 60_000;

/** Runs one of the project's commands on that archive, disturbed where `prefix` says so, or killed after so many milliseconds. */
export function runCommand(
  [script, ...args]: readonly [string, ...string[]],
  database: string,
  { prefix = [], killAfter }: { prefix?: string[]; killAfter?: number } = {},
): Promise<Ended> {
  const program = [...prefix, process.execPath, "--import", CLOCK, path.join(SCRIPTS, script)];
  const began = performance.now();
  const child = spawn(program[0] as string, [...program.slice(1), ...args], {
    env: { PATH: process.env.PATH, DATELINE_DATABASE: database },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: strace's death would let go of what it holds.
    detached: true,
  });
  const timer = setTimeout(
    () => process.kill(-(child.pid as number), "SIGKILL"),
    killAfter ?? LONGEST,
  );
  const [out, err] = [collected(child.stdout), collected(child.stderr)];
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) => {
      clearTimeout(timer);
      const milliseconds = performance.now() - began;
      const hung = killAfter === undefined && milliseconds >= LONGEST;
      resolve({ status, signal, out: out(), err: err(), milliseconds, hung });
    });
  });
}

function collected(stream: NodeJS.ReadableStream): () => string {
  let text = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    text += chunk;
  });
  return () => text;
}
