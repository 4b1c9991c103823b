import type { ArchiveImport, Store } from "../store/store.ts";
import { HeldElsewhere } from "./held-elsewhere.ts";
import type { ImportFolder, ImportOptions } from "./import-options.ts";
import type { ImportReport } from "./import-report.ts";
import { importRoots } from "./import-roots.ts";
import { KeptBytes } from "./kept-bytes.ts";
import { type KnownRunFile, knownNames } from "./known-names.ts";
import { makeReport } from "./make-report.ts";
import { type MatchQuestions, matchFiles } from "./match-files.ts";
import { missingFiles } from "./missing-files.ts";
import { areMostlyNew } from "./new-words.ts";
import { noteMissing } from "./note-missing.ts";
import { PlainMatches } from "./plain-matches.ts";
import { readAgain } from "./read-again.ts";
import { type FoldersRead, readFolders } from "./read-folders.ts";
import type { ReadableFile } from "./run-file.ts";
import { FileWriter } from "./write-files.ts";
import type { WrittenFiles } from "./written-files.ts";

export type { ImportFolder, ImportOptions, Progress } from "./import-options.ts";
export type { ImportReport } from "./import-report.ts";

/** How many bytes of files are kept between the first reading and the second. */
const KEPT_BYTES = 8 * 1024 * 1024;

/**
 * Imports the folders as one transaction and reports on every file. Throws `usage`, before anything is written, where a
 * folder is not there or cannot be opened, and `unavailable` where the archive cannot be written.
 */
export async function importFolders(
  store: Store,
  folders: ImportFolder[],
  options: ImportOptions,
): Promise<ImportReport> {
  const kept = new KeptBytes(KEPT_BYTES);
  // Taken out as the run begins: the search index, which is made at its end, needs the room.
  const waiting = [await readFolders(importRoots(folders), kept, options)];
  const { at, now, dryRun, sample, onWait } = options;
  const run = { at, dryRun, sample, ...(now && { now }), ...(onWait && { onWait }) };
  return store.importRun(run, (archive) =>
    importInto(archive, waiting.pop() as FoldersRead, kept, options),
  );
}

async function importInto(
  archive: ArchiveImport,
  read: FoldersRead,
  kept: KeptBytes,
  options: ImportOptions,
): Promise<ImportReport> {
  // What was known before, and what is no longer asked, is let go of here: the report needs room, too.
  const { written, missing } = await matchAndWrite(archive, read, kept, options);
  if (options.readings) options.readings.keep(read.files);
  else read.files.forgetSums();
  return makeReport(archive, read.files, written, missing);
}

async function matchAndWrite(
  archive: ArchiveImport,
  read: FoldersRead,
  kept: KeptBytes,
  options: ImportOptions,
): Promise<{ written: WrittenFiles; missing: KnownRunFile[] }> {
  const { files } = read;
  const plain = new PlainMatches(files);
  const known = await knownNames(archive, read, plain);
  await plain.takeAdded(archive, known);
  const rest = plain.rest();
  const elsewhere = new HeldElsewhere(archive, files.roots, rest, known);
  const matches = await matchFiles(rest, known, questionsTo(archive, elsewhere, options));
  const missing = await missingFiles(known, matches, elsewhere);
  await noteMissing(archive, known, matches, elsewhere);
  const writer = new FileWriter(archive, kept, known, options);
  await writer.writeAll(files, plain, matches);
  return { written: writer.written, missing };
}

function questionsTo(
  archive: ArchiveImport,
  elsewhere: HeldElsewhere,
  options: ImportOptions,
): MatchQuestions {
  const nothingKept = new KeptBytes(0);
  return {
    statementWith: (digest) => archive.statementWith(Buffer.from(digest, "latin1")),
    heldElsewhere: (statement) => elsewhere.ask(statement),
    isOfThatDay: async (seen, id) => {
      const place = await archive.place(id);
      return place?.date === (seen as ReadableFile).date;
    },
    isAnother: async (seen, id) => {
      const file = seen as ReadableFile;
      const known = await archive.statement(id);
      if (known === null || known.content.date === file.date) return false;
      const read = readAgain(file, nothingKept, options);
      return !("refused" in read) && areMostlyNew(known.content.text, read.content.text);
    },
  };
}
