import { existsSync } from "node:fs";
import { link, rename, rm } from "node:fs/promises";
import path from "node:path";
import type Database from "better-sqlite3";
import { DatelineError } from "../errors.ts";
import type { Instant } from "../statements/statement.ts";
import { copyDatabase } from "../store/sqlite/copy-database.ts";
import { openDatabase } from "../store/sqlite/driver.ts";
import { beginsAsDatabase, inspectFile } from "../store/sqlite/inspect-file.ts";
import { ChangedMeanwhile, replaceArchive, stateOf } from "../store/sqlite/replace-archive.ts";
import { isDamage } from "../store/sqlite/sqlite-errors.ts";
import { holding } from "../store/sqlite/transaction.ts";
import { type LogLoss, logLoss, refuseLoss } from "./log-loss.ts";
import { putInPlace } from "./put-in-place.ts";

/** Where the archive is, and the instant that the name of what was there before tells. */
export interface Place {
  database: string;
  at: Instant;
  /** Whether entries may be lost that the archive's log has and the copy's has not. */
  shortenLog: boolean;
  /** Called once when another run holds the archive and this one waits. */
  onWait?: () => void;
  /** How long to wait for it, see `WritingConnections`. */
  longestWait?: number;
}

/** How often it is begun anew where imports come in between. */
const TRIES = 20;

/** What was in the archive's place. */
export interface Replaced {
  /** The file that keeps it; `null` where nothing was there. */
  kept: string | null;
  log: LogLoss | null;
}

/**
 * Puts the copy, an archive of this release that nobody else has open, in the place of the archive, and keeps what was there. Throws `usage`
 * where entries of the log would be lost and nobody said that they may.
 */
export async function replaceWith(copy: string, place: Place): Promise<Replaced> {
  const standing = standingOf(place.database);
  if (standing === "nothing" || standing === "damaged")
    return { kept: await putAside(copy, place), log: null };
  let waited = false;
  const onWait = () => {
    if (!waited) place.onWait?.();
    waited = true;
  };
  for (let tries = 1; ; tries++) {
    await untilNobodyWrites({ ...place, onWait });
    try {
      return await replaceLive(copy, place, standing);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      if (tries === TRIES) throw tooBusy(place);
    }
  }
}

/** Nothing of this process has the archive open meanwhile: a lock that the system failed to release ends with its last connection. */
async function untilNobodyWrites({ database, onWait, longestWait }: Place): Promise<void> {
  const connect = () => openDatabase(database, { fileMustExist: true, timeout: 0 });
  const nothing = () => {};
  const connections = {
    path: database,
    connect,
    letGo: nothing,
    ...(longestWait !== undefined && { longestWait }),
  };
  (await holding(connections, "BEGIN IMMEDIATE", onWait)).close();
}

function tooBusy({ database }: Place): DatelineError {
  const message = `imports changed the archive ${database} again and again while it was kept; nothing was restored`;
  return new DatelineError("busy", message);
}

/** `empty`: a file that waits to become an archive. Throws `foreign` for what is none and never was: nothing of it is touched. */
export function standingOf(database: string): "nothing" | "empty" | "archive" | "damaged" {
  try {
    const schema = inspectFile(database, false);
    if (schema === null) return "nothing";
    return schema === 0 ? "empty" : "archive";
  } catch (error) {
    const { cause } = error as Error;
    if (isDamage(cause) && beginsAsDatabase(database)) return "damaged";
    throw error;
  }
}

async function replaceLive(
  copy: string,
  { database, at, shortenLog }: Place,
  standing: "empty" | "archive",
): Promise<Replaced> {
  const live = openDatabase(database, { fileMustExist: true, timeout: 0 });
  const source = openDatabase(copy);
  let kept: string | null = null;
  let log: LogLoss | null = null;
  try {
    const before = stateOf(live);
    if (standing === "archive") {
      log = await logLoss(live, source);
      if (!shortenLog) refuseLoss(log, database);
      outgrow(source, live);
      kept = await keep(live, path.dirname(copy), nameOfKept(database, at));
    }
    await replaceArchive(source, database, live, before);
    shorten(live);
    return { kept, log };
  } catch (error) {
    if (kept) await rm(kept, { force: true });
    // What was written to the log in vain takes room, of which there may be none.
    shorten(live);
    throw error;
  } finally {
    source.close();
    live.close();
  }
}

/**
 * The generation only grows, also over a restoration: whoever has kept something of a generation, or of a part that it wrote, must not
 * take what comes for the same.
 */
function outgrow(source: Database.Database, live: Database.Database): void {
  const generation = live.prepare("SELECT generation FROM archive").pluck().get();
  source.transaction(() => {
    source.prepare("UPDATE archive SET generation = max(generation, ?) + 1").run(generation);
    source.exec("UPDATE search_span SET written = (SELECT generation FROM archive)");
  })();
}

/** A copy of the live archive under a name of its own, on the disk before anything replaces it. */
async function keep(live: Database.Database, folder: string, name: string): Promise<string> {
  const copy = path.join(folder, "kept");
  await rm(copy, { force: true });
  await copyDatabase(live, copy);
  await putInPlace(copy, name, false);
  return name;
}

/** Best effort: it is committed, and a reader may still need the log. Once it is in the file it outlives a loss of power, too. */
function shorten(live: Database.Database): void {
  try {
    live.pragma("wal_checkpoint(TRUNCATE)");
  } catch {
    // A later run shortens it.
  }
}

/**
 * Where nothing can have the archive open, because there is none that can be opened. A log that is left beside it belongs to it, and
 * would be read into another file of its name: it goes with it.
 */
async function putAside(copy: string, { database, at }: Place): Promise<string | null> {
  const kept = nameOfKept(database, at);
  const isThere = existsSync(database);
  inWalMode(copy);
  if (isThere) await link(database, kept);
  if (existsSync(`${database}-wal`)) await rename(`${database}-wal`, `${kept}-wal`);
  await rm(`${database}-shm`, { force: true });
  await putInPlace(copy, database, isThere);
  return isThere ? kept : null;
}

function inWalMode(copy: string): void {
  const database = openDatabase(copy);
  database.pragma("journal_mode = WAL");
  database.close();
}

/** `archive.db.before-restore-20261126T112233Z`, or with a number behind it where that is there. */
function nameOfKept(database: string, at: Instant): string {
  const name = `${database}.before-restore-${at.replaceAll(/[-:]/g, "")}`;
  let free = name;
  for (let n = 2; existsSync(free); n++) free = `${name}-${n}`;
  return free;
}
