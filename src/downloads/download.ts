import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { Instant } from "../statements/statement.ts";
import type { ArchiveSummary } from "../store/store.ts";

/** The names of the files, in the order in which they are offered. */
export const DOWNLOAD_FILES = ["archive.jsonl", "archive.sqlite", "log.jsonl"] as const;

export type DownloadName = (typeof DOWNLOAD_FILES)[number];

export interface DownloadFile {
  name: DownloadName;
  bytes: number;
  /** SHA-256, 64 lower-case hexadecimal digits. */
  sha256: string;
}

/** The files of one state of the archive. */
export interface Download {
  /** The folder that holds them, absolute. */
  folder: string;
  generation: number;
  /** When the archive came to be in that state; `null` of one that nothing was imported into. */
  changedAt: Instant | null;
  /** How many statements they hold. */
  total: number;
  /** The number of the last run that it shows. */
  lastRun: number;
  files: DownloadFile[];
}

/** What the folder of a whole download says of it. */
export const FACTS = "download.json";

/** Where one is made until it is whole. */
export const MAKING = "making";

/** How far that is. */
export const PROGRESS = "progress.json";

/** Grows when the form of a file changes, so that files of an earlier release are made anew. */
const FORM = 2;

/** The folder of that state's download. */
export function downloadFolder(state: Pick<ArchiveSummary, "generation" | "changedAt">): string {
  const instant = (state.changedAt ?? "never").replace(/\W/g, "").toLowerCase();
  return `v${FORM}-${state.generation}-${instant}`;
}

/** The whole download in that folder; `null` where there is none. */
export async function readDownload(folder: string): Promise<Download | null> {
  try {
    return { ...JSON.parse(await readFile(path.join(folder, FACTS), "utf8")), folder };
  } catch {
    return null;
  }
}

/** The last whole download of a state before that generation, in the folder of all; `null` where there is none. */
export async function readEarlier(all: string, generation: number): Promise<Download | null> {
  const names = await readdir(all).catch(() => []);
  const earlier = names.filter((name) => name.startsWith(`v${FORM}-`));
  const found = await Promise.all(earlier.map((name) => readDownload(path.join(all, name))));
  const [last = null] = found
    .filter((download) => download !== null && download.generation < generation)
    .sort((a, b) => (b?.generation ?? 0) - (a?.generation ?? 0));
  return last;
}

/** Takes every whole download in the folder of all away, but for the one of that name. */
export async function removeDownloads(all: string, kept: string | null): Promise<void> {
  const names = await readdir(all).catch(() => []);
  for (const name of names.filter((name) => /^v\d+-\d+-\w+$/.test(name))) {
    if (name !== kept) await rm(path.join(all, name), { recursive: true, force: true });
  }
}
