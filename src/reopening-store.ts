import { statSync } from "node:fs";
import path from "node:path";
import { DatelineError } from "./errors.ts";
import { rememberingStore } from "./remembering-store.ts";
import { openStore } from "./store/open-store.ts";
import type { Store } from "./store/store.ts";

/** So long `state` relies on the file being the same, in milliseconds: to look takes as long as half an answer. */
const FILE_TRUSTED = 50;

/** A file that somebody writes to is opened anew once it has been open for so long, in milliseconds: each import writes for a while. */
const WRITING_IGNORED = 1_000;

/** So soon, in milliseconds, what could not be opened is tried again: to try may hold up other readers. */
const TRIED_AGAIN = 250;

/** An open archive and the file that it was opened from. */
interface Opened {
  store: Promise<Store>;
  /** Once it is open. */
  ready: Store | null;
  file: FileMark;
  /** How many were opened before. */
  number: number;
  /** By `performance.now()`: when it was opened, and when the file was last seen to be this one. */
  since: number;
  seen: number;
}

/** What tells a file from another, and what changes whenever somebody writes to it. */
interface FileMark {
  identity: string;
  written: string;
}

/**
 * The archive at `database`, opened read-only, that comes back by itself: when its file is another (restored, or made anew), was
 * written to, or could not be read, `summary`, with which every answer begins, opens it again. Where there is no file it is
 * `unavailable`, rather than going on with what was deleted. One in which something was found damaged is read on, as far as that goes.
 * Errors name the file without its folder.
 */
export function reopeningStore(database: string): Store {
  let opened: Opened | null = null;
  let openings = 0;
  let failed: { file: FileMark; error: unknown; at: number } | null = null;

  async function drop(): Promise<void> {
    const left = opened;
    opened = null;
    await left?.store.then((store) => store.close()).catch(() => {});
  }

  async function reopened(): Promise<Store> {
    const file = markOf(database);
    if (opened && !isServed(opened, file)) await drop();
    if (!opened) refuseAgain(file);
    opened ??= opening(file);
    return opened.store;
  }

  /** SQLite sees what imports write. What others write, a copy over the file above all, only a new opening sees. */
  function isServed(known: Opened, file: FileMark): boolean {
    if (known.file.identity !== file.identity) return false;
    if (known.file.written === file.written) return true;
    return performance.now() - known.since < WRITING_IGNORED;
  }

  function refuseAgain(file: FileMark): void {
    if (!failed || performance.now() - failed.at > TRIED_AGAIN) return;
    if (failed.file.identity === file.identity && failed.file.written === file.written)
      throw failed.error;
  }

  function opening(file: FileMark): Opened {
    const store = openStore(database, { readOnly: true }).then(rememberingStore);
    const at = performance.now();
    const now: Opened = { store, ready: null, file, number: ++openings, since: at, seen: at };
    store.then(
      (ready) => {
        now.ready = ready;
      },
      (error) => {
        failed = { file, error, at: performance.now() };
      },
    );
    return now;
  }

  /** Nothing is opened for it: `summary` does that. An import shows at once, another file within `FILE_TRUSTED`. */
  function state(): string | null {
    if (!opened?.ready || !isSameFile(opened)) return null;
    const within = opened.ready.state();
    return within === null ? null : `${opened.number}:${within}`;
  }

  function isSameFile(known: Opened): boolean {
    const now = performance.now();
    if (now - known.seen < FILE_TRUSTED) return true;
    const file = markNow(database);
    if (file === null || !isServed(known, file)) return false;
    known.seen = now;
    return true;
  }

  async function asked<Found>(
    open: () => Promise<Store>,
    question: (store: Store) => Promise<Found>,
  ): Promise<Found> {
    try {
      return await question(await open());
    } catch (error) {
      if (!(error instanceof DatelineError) || error.fault === null) throw error;
      // Opened anew, it would be as damaged, and be opened anew for each page that meets the damage.
      if (error.fault !== "damaged" || !opened?.ready) await drop();
      throw withoutFolder(error, database);
    }
  }

  const ask = <Found>(question: (store: Store) => Promise<Found>) =>
    asked(() => opened?.store ?? reopened(), question);
  return {
    state,
    damaged: () => opened?.ready?.damaged() ?? false,
    summary: () => asked(reopened, (store) => store.summary()),
    list: (request) => ask((store) => store.list(request)),
    hitWords: (ids, query) => ask((store) => store.hitWords(ids, query)),
    total: (asked) => ask((store) => store.total(asked)),
    counts: (unit, asked) => ask((store) => store.counts(unit, asked)),
    facets: (asked) => ask((store) => store.facets(asked)),
    nearestDays: (from, to, asked) => ask((store) => store.nearestDays(from, to, asked)),
    statement: (id, n) => ask((store) => store.statement(id, n)),
    wordings: (id) => ask((store) => store.wordings(id)),
    neighbours: (id) => ask((store) => store.neighbours(id)),
    besideInList: (id, list) => ask((store) => store.besideInList(id, list)),
    checkQuotation: (typed) => ask((store) => store.checkQuotation(typed)),
    nearSpellings: (word) => ask((store) => store.nearSpellings(word)),
    changes: (request) => ask((store) => store.changes(request)),
    lastChange: (id) => ask((store) => store.lastChange(id)),
    names: (kind) => ask((store) => store.names(kind)),
    logHead: () => ask((store) => store.logHead()),
    logHashes: (level, from, to) => ask((store) => store.logHashes(level, from, to)),
    logEntries: (from, to) => ask((store) => store.logEntries(from, to)),
    logIndexOf: (id, n) => ask((store) => store.logIndexOf(id, n)),
    snapshot: () => ask((store) => store.snapshot()),
    runs: () => ask((store) => store.runs()),
    publishingRun: (options, work) => ask((store) => store.publishingRun(options, work)),
    restoringRun: (options, work) => ask((store) => store.restoringRun(options, work)),
    importRun: (options, work) => ask((store) => store.importRun(options, work)),
    close: drop,
  };
}

function withoutFolder({ code, message, fault, cause }: DatelineError, database: string) {
  const told = message
    .replaceAll(database, path.basename(database))
    .replaceAll(path.dirname(database), "of the archive");
  return new DatelineError(code, told, { cause, fault });
}

/** To look at once takes less time than to wait for it. */
function markOf(database: string): FileMark {
  try {
    const { dev, ino, size, mtimeMs } = statSync(database);
    return { identity: `${dev}:${ino}`, written: `${size}:${mtimeMs}` };
  } catch (error) {
    const message = `expected an archive at ${database}, found none that can be opened`;
    const fault = (error as NodeJS.ErrnoException).code === "EACCES" ? "denied" : "missing";
    throw new DatelineError("unavailable", message, { cause: error, fault });
  }
}

/** As `markOf`; `null` where there is no file. */
function markNow(database: string): FileMark | null {
  try {
    return markOf(database);
  } catch {
    return null;
  }
}
