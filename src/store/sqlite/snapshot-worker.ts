import { parentPort, workerData } from "node:worker_threads";
import { DatelineError, type ErrorCode } from "../../errors.ts";
import { connectToRead } from "./connect.ts";
import { preparing } from "./prepare.ts";
import { readSummary } from "./read-counts.ts";
import { type SnapshotQuestion, snapshotReader } from "./snapshot-reader.ts";
import { storeError } from "./sqlite-errors.ts";

/** What the worker is given: the archive's file, how to open it, and how long to hold its state, in milliseconds. */
export interface SnapshotWorkerData {
  path: string;
  readOnly: boolean;
  heldFor: number;
}

/** A question, or `null`: close. */
export type ToWorker = SnapshotQuestion | null;

export type FromWorker = { result: unknown } | { refused: { code: ErrorCode; message: string } };

/** Holds one state of the archive on a thread of its own: a read transaction, which in WAL mode keeps no import waiting. */
function work({ path, readOnly, heldFor }: SnapshotWorkerData): void {
  parentPort?.postMessage(answered(path, () => hold(path, readOnly, heldFor)));
}

function hold(path: string, readOnly: boolean, heldFor: number): null {
  const database = connectToRead(path, readOnly);
  // A whole list reads each page once.
  database.pragma("cache_size = -4096");
  database.exec("BEGIN");
  const prepare = preparing(database);
  // The state is that of the first reading.
  readSummary(prepare);
  const read = snapshotReader(prepare);
  const end = setTimeout(() => database.close(), heldFor);
  parentPort?.on("message", (message: ToWorker) => {
    if (message === null) {
      clearTimeout(end);
      database.close();
      parentPort?.close();
      return;
    }
    parentPort?.postMessage(
      answered(path, () => {
        if (!database.open) throw heldTooLong(heldFor);
        return read(message);
      }),
    );
  });
  return null;
}

function heldTooLong(heldFor: number): DatelineError {
  const minutes = Math.round(heldFor / 60_000);
  return new DatelineError("busy", `a state of the archive is held for ${minutes} minutes at most`);
}

function answered(path: string, answer: () => unknown): FromWorker {
  try {
    return { result: answer() };
  } catch (error) {
    const known = storeError(error, path);
    // Anything else is a fault of this program: the thread ends with it.
    if (!(known instanceof DatelineError)) throw known;
    return { refused: { code: known.code, message: known.message } };
  }
}

work(workerData as SnapshotWorkerData);
