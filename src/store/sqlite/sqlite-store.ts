import { DatelineError } from "../../errors.ts";
import type { ImportRunOptions, PublishingOptions, RestoringOptions, Store } from "../store.ts";
import { connectToWrite, expectArchive, expectSchema, prepareArchive } from "./connect.ts";
import { listingHits } from "./list-hits.ts";
import { listStatements } from "./list-statements.ts";
import { readEntries, readHashes, readHead, readIndexOf } from "./log/read-log.ts";
import { narrows } from "./narrows.ts";
import { readChanges, readLastChange } from "./read-changes.ts";
import { readCounts, readNames, readNearestDays, readSummary } from "./read-counts.ts";
import { readRuns } from "./read-runs.ts";
import { readNeighbours, readStatement } from "./read-statement.ts";
import { readTotal } from "./read-total.ts";
import { readWordings } from "./read-wordings.ts";
import { openReaderConnection } from "./reader-connection.ts";
import { askingSearch } from "./search/ask-search.ts";

/** See `openStore`. */
export async function openSqliteStore(
  path: string,
  options: { readOnly: boolean },
): Promise<Store> {
  if (options.readOnly) expectArchive(path);
  else await prepareArchive(path);
  let damaged = false;
  const notice = (error: unknown) => {
    damaged ||= error instanceof DatelineError && error.fault === "damaged";
  };
  const reader = openReaderConnection(path, options.readOnly, notice);
  const { read } = reader;
  const connections = { path, connect: () => connectToWrite(path), letGo: reader.letGo };
  const search = askingSearch(path, options.readOnly, notice);
  const listHits = listingHits(read, search);
  return {
    state: reader.state,
    damaged: () => damaged,
    summary: async () =>
      read((prepare) => {
        expectSchema(reader.database(), path);
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
      return runImport(connections, path, run satisfies ImportRunOptions, work);
    },
    runs: async () => read(readRuns),
    publishingRun: async (run, work) => {
      if (options.readOnly) throw openToRead(path);
      const { runPublishing } = await import("./publishing-run.ts");
      return runPublishing(connections, path, run satisfies PublishingOptions, work);
    },
    restoringRun: async (run, work) => {
      if (options.readOnly) throw openToRead(path);
      const { runRestoring } = await import("./restoring-run.ts");
      return runRestoring(connections, path, run satisfies RestoringOptions, work);
    },
    close: async () => {
      await search.close();
      reader.close();
    },
  };
}

function openToRead(path: string): DatelineError {
  return new DatelineError("unavailable", `the archive ${path} was opened for reading only`);
}
