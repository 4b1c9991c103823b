import { parentPort, workerData } from "node:worker_threads";
import { type ArchiveFault, DatelineError, type ErrorCode } from "../../../errors.ts";
import { connectToRead } from "../connect.ts";
import { preparing } from "../prepare.ts";
import { storeError } from "../sqlite-errors.ts";
import { type SearchQuestion, searcher } from "./searcher.ts";

/** What the worker is given: the archive's file, and how to open it. */
export interface SearchWorkerData {
  path: string;
  readOnly: boolean;
}

/** A question, or `null`: close. */
export type ToWorker = ({ number: number } & SearchQuestion) | null;

export type FromWorker =
  | { number: number; result: unknown }
  | { number: number; refused: { code: ErrorCode; message: string; fault: ArchiveFault | null } };

/** Searches on a thread of its own, so that no page waits for one. */
function work({ path, readOnly }: SearchWorkerData): void {
  const database = connectToRead(path, readOnly);
  const answer = database.transaction(searcher(preparing(database)));
  parentPort?.on("message", (message: ToWorker) => {
    if (message === null) {
      database.close();
      parentPort?.close();
      return;
    }
    parentPort?.postMessage(answered(message.number, path, () => answer(message)));
  });
}

function answered(number: number, path: string, answer: () => unknown): FromWorker {
  try {
    return { number, result: answer() };
  } catch (error) {
    const known = storeError(error, path);
    // Anything else is a fault of this program: the thread ends with it, and another begins.
    if (!(known instanceof DatelineError)) throw known;
    const { code, message, fault } = known;
    return { number, refused: { code, message, fault } };
  }
}

work(workerData as SearchWorkerData);
