import type Database from "better-sqlite3";
import { DatelineError } from "../../errors.ts";
import type { ImportRunOptions, Store } from "../store.ts";
import { connectToRead, connectToWrite, expectArchive, prepareArchive } from "./connect.ts";
import { runImport } from "./import-run.ts";
import { listStatements } from "./list-statements.ts";
import { type Prepare, preparing } from "./prepare.ts";
import { readCounts, readNames, readNearestDays, readSummary } from "./read-counts.ts";
import { readNeighbours, readStatement } from "./read-statement.ts";
import { storeError } from "./sqlite-errors.ts";

/** See `openStore`. */
export async function openSqliteStore(
  path: string,
  options: { readOnly: boolean },
): Promise<Store> {
  if (options.readOnly) expectArchive(path);
  else prepareArchive(path);
  const database = connectToRead(path, options.readOnly);
  const read = reading(database, path);
  const dataVersion = database.prepare("PRAGMA data_version").pluck();
  return {
    state: () => stateOf(dataVersion),
    summary: async () => read(readSummary),
    list: async (request) => read((prepare) => listStatements(prepare, request)),
    counts: async (unit, from, to) => read((prepare) => readCounts(prepare, unit, from, to)),
    nearestDays: async (from, to) => read((prepare) => readNearestDays(prepare, from, to)),
    statement: async (id, n) => read((prepare) => readStatement(prepare, id, n)),
    neighbours: async (id) => read((prepare) => readNeighbours(prepare, id)),
    names: async (kind) => read((prepare) => readNames(prepare, kind)),
    importRun: async (run, work) => {
      if (options.readOnly) throw openToRead(path);
      return runImport(() => connectToWrite(path), path, run satisfies ImportRunOptions, work);
    },
    close: async () => void database.close(),
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
function reading(database: Database.Database, path: string) {
  const prepare = preparing(database);
  const inTransaction = database.transaction((read: (prepare: Prepare) => unknown) =>
    read(prepare),
  );
  return <Result>(read: (prepare: Prepare) => Result): Result => {
    try {
      return inTransaction(read) as Result;
    } catch (error) {
      throw storeError(error, path);
    }
  };
}

function openToRead(path: string): DatelineError {
  return new DatelineError("unavailable", `the archive ${path} was opened for reading only`);
}
