import { parentPort, workerData } from "node:worker_threads";
import { makeDownload } from "./make-download.ts";
import { onlyOne } from "./only-one.ts";

/** What the thread is given: the archive's file, and the folder of all downloads. */
export interface MakeThreadData {
  database: string;
  all: string;
}

/** What it says in the end: the failure on one line, or `null`. */
export type FromMakeThread = { failure: string | null };

async function make({ database, all }: MakeThreadData): Promise<FromMakeThread> {
  try {
    await onlyOne(all, () => makeDownload(database, all));
    return { failure: null };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(await make(workerData as MakeThreadData));
