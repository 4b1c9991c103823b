import { stat } from "node:fs/promises";
import path from "node:path";
import { DatelineError } from "./errors.ts";
import { openStore } from "./store/open-store.ts";
import type { Store } from "./store/store.ts";

/** An open archive and the file that it was opened from. */
interface Opened {
  store: Promise<Store>;
  file: string;
}

/**
 * The archive at `database`, opened read-only, that comes back by itself: when its file is another (restored, or made anew) or
 * could not be read, `summary`, with which every answer begins, opens it again. Where there is no file it is
 * `unavailable`, rather than going on with what was deleted. Errors name the file without its folder.
 */
export function reopeningStore(database: string): Store {
  let opened: Opened | null = null;

  async function drop(): Promise<void> {
    const left = opened;
    opened = null;
    await left?.store.then((store) => store.close()).catch(() => {});
  }

  async function reopened(): Promise<Store> {
    const file = await identityOf(database);
    if (opened && opened.file !== file) await drop();
    opened ??= { store: openStore(database, { readOnly: true }), file };
    return opened.store;
  }

  async function asked<Found>(
    open: () => Promise<Store>,
    question: (store: Store) => Promise<Found>,
  ): Promise<Found> {
    try {
      return await question(await open());
    } catch (error) {
      if (!(error instanceof DatelineError)) throw error;
      await drop();
      const message = error.message.replaceAll(database, path.basename(database));
      throw new DatelineError(error.code, message, { cause: error });
    }
  }

  const ask = <Found>(question: (store: Store) => Promise<Found>) =>
    asked(() => opened?.store ?? reopened(), question);
  return {
    summary: () => asked(reopened, (store) => store.summary()),
    list: (request) => ask((store) => store.list(request)),
    counts: (unit, from, to) => ask((store) => store.counts(unit, from, to)),
    nearestDays: (from, to) => ask((store) => store.nearestDays(from, to)),
    statement: (id, n) => ask((store) => store.statement(id, n)),
    neighbours: (id) => ask((store) => store.neighbours(id)),
    names: (kind) => ask((store) => store.names(kind)),
    importRun: (options, work) => ask((store) => store.importRun(options, work)),
    close: drop,
  };
}

/** Changes when another file takes the place. */
async function identityOf(database: string): Promise<string> {
  try {
    const { dev, ino } = await stat(database);
    return `${dev}:${ino}`;
  } catch (error) {
    const message = `expected an archive at ${database}, found none that can be opened`;
    throw new DatelineError("unavailable", message, { cause: error });
  }
}
