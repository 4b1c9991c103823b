import type Database from "better-sqlite3";
import { DatelineError } from "../../errors.ts";
import type { ImportRunOptions, PublishingOptions, RestoringOptions, Store } from "../store.ts";
import {
  connectToRead,
  connectToWrite,
  expectArchive,
  expectSchema,
  prepareArchive,
} from "./connect.ts";
import { listingHits } from "./list-hits.ts";
import { listStatements } from "./list-statements.ts";
import { readEntries, readHashes, readHead, readIndexOf } from "./log/read-log.ts";
import { narrows } from "./narrows.ts";
import { type Prepare, preparing, type Read } from "./prepare.ts";
import { readChanges, readLastChange } from "./read-changes.ts";
import { readCounts, readNames, readNearestDays, readSummary } from "./read-counts.ts";
import { readRuns } from "./read-runs.ts";
import { readNeighbours, readStatement } from "./read-statement.ts";
import { readTotal } from "./read-total.ts";
import { readWordings } from "./read-wordings.ts";
import { askingSearch } from "./search/ask-search.ts";
import { storeError } from "./sqlite-errors.ts";

/** See `openStore`. */
export async function openSqliteStore(
  path: string,
  options: { readOnly: boolean },
): Promise<Store> {
  if (options.readOnly) expectArchive(path);
  else await prepareArchive(path);
  const database = connectToRead(path, options.readOnly);
  let damaged = false;
  const notice = (error: unknown) => {
    damaged ||= error instanceof DatelineError && error.fault === "damaged";
  };
  const read: Read = reading(database, path, notice);
  const search = askingSearch(path, options.readOnly, notice);
  const listHits = listingHits(read, search);
  const dataVersion = database.prepare("PRAGMA data_version").pluck();
  return {
    state: () => stateOf(dataVersion),
    damaged: () => damaged,
    summary: async () =>
      read((prepare) => {
        expectSchema(database, path);
        return readSummary(prepare);
      }),
    list: async (request) =>
      request.query ? listHits(request) : read((prepare) => listStatements(prepare, request)),
    hitWords: (ids, query) => search.ask("hitWords", ids, query),
    total: async (asked) =>
      asked.query
        ? search.ask("total", asked)
        : read((prepare) => readTotal(prepare, asked.filter)),
    counts: async (unit, asked) =>
      narrows(asked)
        ? search.ask("counts", unit, asked)
        : read((prepare) => readCounts(prepare, unit, asked.filter)),
    facets: (asked) => search.ask("facets", asked),
    nearestDays: async (from, to, asked) =>
      asked && narrows(asked)
        ? search.ask("nearestDays", from, to, asked)
        : read((prepare) => readNearestDays(prepare, from, to)),
    statement: async (id, n) => read((prepare) => readStatement(prepare, id, n)),
    wordings: async (id) => read((prepare) => readWordings(prepare, id)),
    neighbours: async (id) => read((prepare) => readNeighbours(prepare, id)),
    besideInList: (id, list) => search.ask("besideInList", id, list),
    nearSpellings: (word) => search.ask("nearSpellings", word),
    lastChange: async (id) => read((prepare) => readLastChange(prepare, id)),
    changes: async (request) =>
      request.query
        ? search.ask("changes", request)
        : read((prepare) => readChanges(prepare, request)),
    checkQuotation: (typed) => search.ask("checkQuotation", typed),
    names: async (kind) => read((prepare) => readNames(prepare, kind)),
    logHead: async () => read(readHead),
    logHashes: async (level, from, to) => read((prepare) => readHashes(prepare, level, from, to)),
    logEntries: async (from, to) => read((prepare) => readEntries(prepare, from, to)),
    logIndexOf: async (id, n) => read((prepare) => readIndexOf(prepare, id, n)),
    snapshot: async () => {
      // Only now: few readers ask for more than pages.
      const { takeSnapshot } = await import("./take-snapshot.ts");
      return takeSnapshot(path, options.readOnly);
    },
    importRun: async (run, work) => {
      if (options.readOnly) throw openToRead(path);
      // Only now: a site that only reads need not load what writes.
      const { runImport } = await import("./import-run.ts");
      return runImport(() => connectToWrite(path), path, run satisfies ImportRunOptions, work);
    },
    runs: async () => read(readRuns),
    publishingRun: async (run, work) => {
      if (options.readOnly) throw openToRead(path);
      const { runPublishing } = await import("./publishing-run.ts");
      return runPublishing(() => connectToWrite(path), path, run satisfies PublishingOptions, work);
    },
    restoringRun: async (run, work) => {
      if (options.readOnly) throw openToRead(path);
      const { runRestoring } = await import("./restoring-run.ts");
      return runRestoring(() => connectToWrite(path), path, run satisfies RestoringOptions, work);
    },
    close: async () => {
      await search.close();
      database.close();
    },
  };
}

/** SQLite counts the commits of other connections (imports have their own), in this process and in others. */
function stateOf(dataVersion: Database.Statement): string | null {
  try {
    return String(dataVersion.get());
  } catch {
    return null;
  }
}

/** Runs each reading in a transaction of its own, so that all its queries see one state. */
function reading(
  database: Database.Database,
  path: string,
  onFailure: (error: unknown) => void,
): Read {
  const prepare = preparing(database);
  const inTransaction = database.transaction((read: (prepare: Prepare) => unknown) =>
    read(prepare),
  );
  return <Result>(read: (prepare: Prepare) => Result): Result => {
    try {
      return inTransaction(read) as Result;
    } catch (error) {
      const known = storeError(error, path);
      onFailure(known);
      throw known;
    }
  };
}

function openToRead(path: string): DatelineError {
  return new DatelineError("unavailable", `the archive ${path} was opened for reading only`);
}
