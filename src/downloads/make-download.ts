import { createHash } from "node:crypto";
import { closeSync, createReadStream, fsyncSync, openSync, writeSync } from "node:fs";
import { mkdir, open, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { recordJson } from "../formats/record-json.ts";
import { entryText } from "../log/log-entry.ts";
import { TILE_WIDTH } from "../log/tiles.ts";
import { openStore } from "../store/open-store.ts";
import type { Snapshot } from "../store/store.ts";
import {
  DOWNLOAD_FILES,
  type Download,
  type DownloadFile,
  downloadFolder,
  FACTS,
  MAKING,
  PROGRESS,
  readDownload,
  removeDownloads,
} from "./download.ts";
import { ReadingDatabase } from "./reading-database.ts";

const [, , LOG_NAME] = DOWNLOAD_FILES;

/** How often it says how far it is, in milliseconds. */
const TELL_EVERY = 500;

/**
 * Makes the files of the present state of the archive at `database` in a folder of `all`, unless they are there, and takes every
 * other away. Until they are whole they stand under another name. To be called by one at a time.
 */
export async function makeDownload(database: string, all: string): Promise<void> {
  const store = await openStore(database, { readOnly: true });
  try {
    const snapshot = await store.snapshot();
    try {
      await makeFrom(snapshot, all);
    } finally {
      await snapshot.close();
    }
  } finally {
    await store.close();
  }
}

async function makeFrom(snapshot: Snapshot, all: string): Promise<void> {
  const name = downloadFolder(await snapshot.summary());
  const folder = path.join(all, name);
  if (!(await readDownload(folder))) {
    const making = path.join(all, MAKING);
    await rm(making, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
    await mkdir(making);
    try {
      await writeDownload(snapshot, making);
      await rename(making, folder);
    } finally {
      await rm(making, { recursive: true, force: true });
    }
  }
  await removeDownloads(all, name);
}

async function writeDownload(snapshot: Snapshot, folder: string): Promise<void> {
  const { generation, changedAt, total } = await snapshot.summary();
  const [lastRun] = await snapshot.runs();
  await writeRecords(snapshot, folder);
  await writeLog(snapshot, path.join(folder, LOG_NAME));
  const files: DownloadFile[] = [];
  for (const name of DOWNLOAD_FILES) files.push(await finished(folder, name));
  await rm(path.join(folder, PROGRESS), { force: true });
  const facts: Omit<Download, "folder"> = {
    generation,
    changedAt,
    total,
    lastRun: lastRun?.number ?? 0,
    files,
  };
  await writeWhole(path.join(folder, FACTS), JSON.stringify(facts));
}

async function writeRecords(snapshot: Snapshot, folder: string): Promise<void> {
  const summary = await snapshot.summary();
  const [linesName, databaseName] = DOWNLOAD_FILES;
  const lines = openSync(path.join(folder, linesName), "wx");
  const database = new ReadingDatabase(path.join(folder, databaseName));
  const tell = telling(folder, summary.total);
  let written = 0;
  let next: string | null = null;
  try {
    do {
      const page = await snapshot.records(next);
      const records = page.records.map(recordJson);
      for (const record of records) writeLine(lines, `${JSON.stringify(record)}\n`);
      database.add(records);
      written += records.length;
      await tell(written);
      next = page.next;
    } while (next !== null);
    fsyncSync(lines);
  } finally {
    closeSync(lines);
    database.close(summary);
  }
}

/** Every entry of the log, a line each, as it was hashed. */
async function writeLog(snapshot: Snapshot, file: string): Promise<void> {
  const { size } = await snapshot.logHead();
  const lines = openSync(file, "wx");
  try {
    for (let from = 0; from < size; from += TILE_WIDTH) {
      const entries = await snapshot.logEntries(from, from + TILE_WIDTH);
      for (const entry of entries) writeLine(lines, `${entryText(entry)}\n`);
    }
    fsyncSync(lines);
  } finally {
    closeSync(lines);
  }
}

/** A write may take less than it is given. */
function writeLine(file: number, line: string): void {
  const bytes = Buffer.from(line);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** Tells others, now and then, how far this is. */
function telling(folder: string, total: number): (written: number) => Promise<void> {
  let told = Number.NEGATIVE_INFINITY;
  return async (written) => {
    if (performance.now() - told < TELL_EVERY) return;
    told = performance.now();
    await writeFile(path.join(folder, PROGRESS), JSON.stringify({ written, total }));
  };
}

async function finished(
  folder: string,
  name: (typeof DOWNLOAD_FILES)[number],
): Promise<DownloadFile> {
  const file = path.join(folder, name);
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  const sha256 = hash.digest("hex");
  await flush(file);
  await writeWhole(`${file}.sha256`, `${sha256}  ${name}\n`);
  return { name, bytes: (await stat(file)).size, sha256 };
}

async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(file, text, { flush: true });
}

async function flush(file: string): Promise<void> {
  const opened = await open(file, "r+");
  await opened.sync();
  await opened.close();
}
