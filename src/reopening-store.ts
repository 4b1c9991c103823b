import { statSync } from "node:fs";
import path from "node:path";
import { DatelineError } from "./errors.ts";
import { rememberingStore } from "./remembering-store.ts";
import { openStore } from "./store/open-store.ts";
import type { Store } from "./store/store.ts";

/** So long `state` relies on the file being the same, in milliseconds: to look takes as long as half an answer. */
const FILE_TRUSTED = 50;

/** An open archive and the file that it was opened from. */
interface Opened {
  store: Promise<Store>;
  /** Once it is open. */
  ready: Store | null;
  file: string;
  /** How many were opened before. */
  number: number;
  /** When the file was last seen to be this one, by `performance.now()`. */
  seen: number;
}

/**
 * The archive at `database`, opened read-only, that comes back by itself: when its file is another (restored, or made anew) or
 * could not be read, `summary`, with which every answer begins, opens it again. Where there is no file it is
 * `unavailable`, rather than going on with what was deleted. Errors name the file without its folder.
 */
export function reopeningStore(database: string): Store {
  let opened: Opened | null = null;
  let openings = 0;

  async function drop(): Promise<void> {
    const left = opened;
    opened = null;
    await left?.store.then((store) => store.close()).catch(() => {});
  }

  async function reopened(): Promise<Store> {
    const file = identityOf(database);
    if (opened && opened.file !== file) await drop();
    opened ??= opening(file);
    return opened.store;
  }

  function opening(file: string): Opened {
    const store = openStore(database, { readOnly: true }).then(rememberingStore);
    const now: Opened = { store, ready: null, file, number: ++openings, seen: performance.now() };
    store.then(
      (ready) => {
        now.ready = ready;
      },
      () => {},
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
    if (identityNow(database) !== known.file) return false;
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
      if (!(error instanceof DatelineError) || error.code === "busy") throw error;
      await drop();
      const message = error.message.replaceAll(database, path.basename(database));
      throw new DatelineError(error.code, message, { cause: error });
    }
  }

  const ask = <Found>(question: (store: Store) => Promise<Found>) =>
    asked(() => opened?.store ?? reopened(), question);
  return {
    state,
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

/** Changes when another file takes the place. To look at once takes less time than to wait for it. */
function identityOf(database: string): string {
  try {
    const { dev, ino } = statSync(database);
    return `${dev}:${ino}`;
  } catch (error) {
    const message = `expected an archive at ${database}, found none that can be opened`;
    throw new DatelineError("unavailable", message, { cause: error });
  }
}

/** As `identityOf`; `null` where there is no file. */
function identityNow(database: string): string | null {
  try {
    return identityOf(database);
  } catch {
    return null;
  }
}
