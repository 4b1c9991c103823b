import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { DatelineError } from "./errors.ts";
import { writeLog } from "./site-log.ts";
import { toldToStop } from "./told-to-stop.ts";

/** A process that ends by itself is replaced, but no more than so many within a minute: then all have the same fault. */
const MOST_REPLACED = 10;
const MINUTE = 60_000;

/** So long the processes may take to stop, in milliseconds; what has not ended then is ended. */
const STOP_TIME = 2_000;

/** Whether this process is one of those that `serveInProcesses` started. */
export const isServingProcess: boolean = cluster.isWorker;

/**
 * Runs `serve` in such a process, and tells the parent the start line. In the end lets go of the parent, whose channel would keep
 * the process from ending.
 */
export async function serveForParent(
  serve: (announce: (line: string) => void) => Promise<void>,
): Promise<void> {
  try {
    await serve((line) => process.send?.(line));
  } finally {
    cluster.worker?.disconnect();
  }
}

/**
 * Runs this program `count` times, all serving one port, until told to stop. `announce` is given the start line when all serve. Where
 * the first cannot start, its exit status becomes that of this process. Throws `unavailable` where processes end faster
 * than they should be replaced.
 */
export async function serveInProcesses(
  count: number,
  announce: (line: string) => void,
): Promise<void> {
  const told = toldToStop();
  // The first one finds out alone whether the port can be taken.
  const first = await startOne();
  if (typeof first === "number") {
    process.exitCode = first;
    return;
  }
  const replacing = replaceEnded();
  const others = Promise.all(Array.from({ length: count - 1 }, startOne));
  try {
    await Promise.race([others.then(() => announce(first)), told, replacing.failed]);
    await Promise.race([told, replacing.failed]);
  } finally {
    replacing.stop();
    await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => worker && stop(worker)));
  }
}

/** The start line, or the exit status where it ended before. */
function startOne(): Promise<string | number> {
  const worker = cluster.fork();
  return new Promise((resolve) => {
    // Measurements come this way, too, as objects.
    worker.on("message", (line) => typeof line === "string" && resolve(line));
    worker.once("exit", (status) => resolve(status ?? 1));
  });
}

/** Starts another process for each that ends. `failed` rejects when that does not help. */
function replaceEnded(): { failed: Promise<never>; stop: () => void } {
  const ends: number[] = [];
  let onEnd = (_worker: Worker, _status: number, _signal: string) => {};
  const failed = new Promise<never>((_, reject) => {
    onEnd = ({ process: { pid } }, status, signal) => {
      const now = performance.now();
      ends.push(now);
      const recent = ends.filter((end) => end > now - MINUTE).length;
      if (recent > MOST_REPLACED) return reject(tooOften(recent));
      writeLog("error", `Process ${pid} ended (${signal || status}) and is replaced.`);
      cluster.fork();
    };
  });
  cluster.on("exit", onEnd);
  return { failed, stop: () => cluster.off("exit", onEnd) };
}

async function stop(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const ended = once(worker, "exit");
  worker.process.kill("SIGTERM");
  const timer = setTimeout(() => worker.process.kill("SIGKILL"), STOP_TIME);
  await ended;
  clearTimeout(timer);
}

function tooOften(times: number): DatelineError {
  const message = `processes ended ${times} times within a minute, and are not replaced any more`;
  return new DatelineError("unavailable", message);
}
