import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { contentDigest } from "./content-digest.ts";
import { dateWarnings } from "./date-warnings.ts";
import { readDateline } from "./dateline.ts";
import type { ImportOptions } from "./import-options.ts";
import type { ImportRoot } from "./import-roots.ts";
import type { KeptBytes } from "./kept-bytes.ts";
import { leftByName } from "./left-by-name.ts";
import { type Refused, readBytes } from "./read-bytes.ts";
import { readStatementFile, type StatementFile } from "./read-statement-file.ts";
import { fileKey } from "./run-file.ts";
import { RunFiles } from "./run-files.ts";
import { walkFolder } from "./walk-folder.ts";

/** Everything that the first reading found. */
export interface FoldersRead {
  files: RunFiles;
  /** Keys of folders that could not be looked into: what begins so may be there. */
  unread: string[];
}

/** How many files are read before signals and other work have their turn. */
const TURN = 32;
/** What is enough of a text to hold its dateline and its opening weekday. */
const OPENING = 4_000;

/** Reads every file once, keeping sums and reasons, and the bytes themselves while `kept` has room. */
export async function readFolders(
  roots: ImportRoot[],
  kept: KeptBytes,
  options: ImportOptions,
): Promise<FoldersRead> {
  const files = new RunFiles(roots);
  const unread: string[] = [];
  for (const root of roots) nameFiles(root, files, unread);
  options.readings?.begin(files);
  const total = files.length;
  for (let number = 0; number < total; number++) {
    readFile(files, number, kept, options);
    if ((number + 1) % TURN !== 0) continue;
    options.onProgress?.({ stage: "reading", done: number + 1, total });
    await setImmediate();
  }
  options.onProgress?.({ stage: "reading", done: total, total });
  return { files, unread };
}

function nameFiles(root: ImportRoot, files: RunFiles, unread: string[]): void {
  if (root.only !== null) {
    for (const path of root.only) files.add(root, path, leftByName(path));
    return;
  }
  walkFolder(root.path, {
    onEntry: ({ path, left }) => files.add(root, path, left),
    onUnread: (under) => unread.push(fileKey(root.source, under)),
  });
}

function readFile(files: RunFiles, number: number, kept: KeptBytes, options: ImportOptions): void {
  if (files.left(number)) return;
  const { maxFileBytes, stillFor, readings } = options;
  if (readings?.takeOver(files, number)) return;
  const path = files.path(number);
  const bytes = readBytes(`${files.root(number).path}/${path}`, maxFileBytes, stillFor);
  if ("refused" in bytes) readings?.forget(number);
  const statement = "refused" in bytes ? bytes : readStatementFile(path, bytes, options);
  if ("refused" in bytes || "refused" in statement) {
    const { refused, notYet } = statement as Refused;
    files.leave(number, { outcome: notYet ? "skipped" : "refused", reason: refused });
    return;
  }
  kept.keep(number, bytes);
  const { date, text } = statement;
  const digest = contentDigest(date, text);
  files.note(number, { sha256: sha256Of(bytes), digest, date, warnings: warningsOf(statement) });
}

/** SHA-256 of a file's bytes. */
export function sha256Of(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

/** Headings and emphasis may stand around the dateline of a Markdown text. */
function warningsOf({ date, text, format, warnings }: StatementFile): string[] {
  const opening = text.slice(0, OPENING);
  const words =
    format === "markdown" ? opening.replace(/^(?:#[^\n]*\n\s*)+|[*_]{1,3}/g, "") : opening;
  const body = words.replace(/(\S)\n(?=\S)/g, "$1 ");
  return [...warnings, ...dateWarnings(date, body, readDateline(body))];
}
