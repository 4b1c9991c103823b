import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { DatelineError } from "../../errors.ts";
import type { LogHead, Snapshot } from "../store.ts";
import type { SnapshotMethod } from "./snapshot-reader.ts";
import type { FromWorker, SnapshotWorkerData, ToWorker } from "./snapshot-worker.ts";

/** So many states a process holds at once: each is a thread, and keeps the write-ahead log from being emptied. */
const MOST_HELD = 8;

/** How long a state is held, in milliseconds. */
const HELD_FOR = 30 * 60_000;

/** How many this process holds now. */
let held = 0;

/** See `Store.snapshot`; of the archive at `path`. */
export async function takeSnapshot(
  path: string,
  readOnly: boolean,
  heldFor: number = HELD_FOR,
): Promise<Snapshot> {
  if (held >= MOST_HELD) {
    throw new DatelineError("busy", `${MOST_HELD} states of the archive are held already`);
  }
  held++;
  const workerData: SnapshotWorkerData = { path, readOnly, heldFor };
  const worker = new Worker(new URL("./snapshot-worker.js", import.meta.url), { workerData });
  const ended = new Promise<void>((resolve) => {
    worker.once("exit", () => {
      held--;
      resolve();
    });
  });
  const close = async () => {
    worker.ref();
    worker.postMessage(null satisfies ToWorker);
    await ended;
  };
  const ask = async (method: SnapshotMethod, ...parameters: unknown[]) => {
    worker.postMessage({ method, parameters } as ToWorker);
    return answerOf(worker);
  };
  try {
    await answerOf(worker);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    summary: () => ask("summary"),
    list: (request) => ask("list", request),
    total: (asked) => ask("total", asked),
    counts: (unit, asked) => ask("counts", unit, asked),
    statements: (ids) => ask("statements", ids),
    runs: () => ask("runs"),
    logHead: async () => {
      const head = (await ask("logHead")) as LogHead;
      // What comes from another thread is no Buffer any more.
      return { ...head, root: Buffer.from(head.root) };
    },
    keptHead: () => ask("keptHead"),
    kept: (part, after) => ask("kept", part, after),
    logEntries: (from, to) => ask("logEntries", from, to),
    records: (after) => ask("records", after),
    close,
  } as Snapshot;
}

/** A snapshot that nobody closed must not keep the process, and one that is asked must. */
async function answerOf(worker: Worker): Promise<unknown> {
  worker.ref();
  try {
    const [answer] = (await once(worker, "message")) as [FromWorker];
    if ("result" in answer) return answer.result;
    throw new DatelineError(answer.refused.code, answer.refused.message);
  } finally {
    worker.unref();
  }
}
