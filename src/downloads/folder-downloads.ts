import { constants } from "node:fs";
import { access, mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { ArchiveSummary, Store } from "../store/store.ts";
import {
  type Download,
  downloadFolder,
  MAKING,
  PROGRESS,
  readDownload,
  readEarlier,
} from "./download.ts";
import type { Downloads, Offer } from "./downloads.ts";
import type { FromMakeThread, MakeThreadData } from "./make-thread.ts";

/** What failed is tried again after so long, in milliseconds. */
const TRIED_AGAIN_AFTER = 60_000;

/** Downloads that are made here. */
export interface FolderDownloads extends Downloads {
  /** Ends the making, of which nothing stays that would pass for whole. */
  close(): Promise<void>;
}

/** The downloads of the archive at `database`, in the folder `all`. `log` is told what fails, a line each. */
export function folderDownloads(
  database: string,
  all: string,
  log: (line: string) => void,
): FolderDownloads {
  let making: Worker | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;

  /** On a thread of its own, which does not keep the process from ending. */
  function begin(): void {
    if (making || failedLately()) return;
    const workerData: MakeThreadData = { database, all };
    const worker = new Worker(new URL("./make-thread.js", import.meta.url), { workerData });
    making = worker;
    worker.unref();
    worker.on("message", ({ failure }: FromMakeThread) => failure && failed(failure));
    worker.on("error", (error) => failed(String(error)));
    worker.on("exit", () => {
      making = null;
    });
  }

  function failed(why: string): void {
    failedAt = performance.now();
    log(`the files of /download could not be made in ${all}: ${why.replace(/\s*\n\s*/g, " | ")}`);
  }

  function failedLately(): boolean {
    return performance.now() - failedAt < TRIED_AGAIN_AFTER;
  }

  async function refusal(): Promise<string | null> {
    if (!(await isWritable(all))) {
      return "The folder in which they would be made cannot be written to.";
    }
    return failedLately() ? "Making them failed. It is tried again in a minute." : null;
  }

  return {
    async offer(store, summary): Promise<Offer> {
      const present = await readDownload(path.join(all, downloadFolder(summary)));
      if (present) return { whole: present, making: null, refused: null };
      const whole = await earlierThatMayBeShown(store, summary, all);
      const refused = await refusal();
      if (refused !== null) return { whole, making: null, refused };
      begin();
      return { whole, making: await progress(all, summary.total), refused: null };
    },
    async close() {
      await making?.terminate();
    },
  };
}

/** Takes what must not be shown any more away at once. */
async function earlierThatMayBeShown(
  store: Pick<Store, "runs">,
  { generation }: ArchiveSummary,
  all: string,
): Promise<Download | null> {
  const earlier = await readEarlier(all, generation);
  if (!earlier) return null;
  const runs = await store.runs();
  const hides = runs.some(
    ({ number, act }) => number > earlier.lastRun && (act === "withdrawal" || act === "undo"),
  );
  if (!hides) return earlier;
  await rm(earlier.folder, { recursive: true, force: true }).catch(() => {});
  return null;
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    // Not its parents: where these cannot be made, as under /proc, Node's recursive mkdir may never end.
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function progress(all: string, total: number): Promise<{ written: number; total: number }> {
  try {
    return JSON.parse(await readFile(path.join(all, MAKING, PROGRESS), "utf8"));
  } catch {
    return { written: 0, total };
  }
}
