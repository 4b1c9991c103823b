import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { contentDigest } from "./content-digest.ts";
import { dateWarnings } from "./date-warnings.ts";
import { readDateline } from "./dateline.ts";
import type { ImportOptions } from "./import-options.ts";
import type { ImportRoot } from "./import-roots.ts";
import type { KeptBytes } from "./kept-bytes.ts";
import { type Left, leftByName } from "./left-by-name.ts";
import { readBytes } from "./read-bytes.ts";
import { readStatementFile, type StatementFile } from "./read-statement-file.ts";
import { fileKey, type RunFile } from "./run-file.ts";
import { type Entry, walkFolder } from "./walk-folder.ts";

/** Everything that the first reading found. */
export interface FoldersRead {
  roots: ImportRoot[];
  /** Folder by folder, in natural order. */
  files: RunFile[];
  /** Keys of folders that could not be looked into: what begins so may be there. */
  unread: string[];
}

/** How many files are read before signals and other work have their turn. */
const TURN = 32;
/** Shared by all the files that have none. */
const NONE: string[] = [];
/** What is enough of a text to hold its dateline and its opening weekday. */
const OPENING = 4_000;

/** Reads every file once, keeping sums and reasons, and the bytes themselves while `kept` has room. */
export async function readFolders(
  roots: ImportRoot[],
  kept: KeptBytes,
  options: ImportOptions,
): Promise<FoldersRead> {
  const read: FoldersRead = { roots, files: [], unread: [] };
  const named: [ImportRoot, Entry][] = [];
  for (const root of roots) {
    const { entries, unread } = look(root);
    for (const entry of entries) named.push([root, entry]);
    read.unread.push(...unread.map((under) => fileKey(root.source, under)));
  }
  for (const [root, entry] of named) {
    read.files.push(readEntry(root, entry, kept, options));
    if (read.files.length % TURN !== 0) continue;
    options.onProgress?.({ stage: "reading", done: read.files.length, total: named.length });
    await setImmediate();
  }
  options.onProgress?.({ stage: "reading", done: named.length, total: named.length });
  return read;
}

function look(root: ImportRoot): { entries: Entry[]; unread: string[] } {
  if (root.only === null) return walkFolder(root.path);
  return { entries: [...root.only].map((path) => ({ path, left: leftByName(path) })), unread: [] };
}

function readEntry(
  root: ImportRoot,
  entry: Entry,
  kept: KeptBytes,
  options: ImportOptions,
): RunFile {
  const { path } = entry;
  const key = fileKey(root.source, path);
  const refused = (reason: string): RunFile => ({
    root,
    path,
    key,
    left: { outcome: "refused", reason } as Left,
  });
  if (entry.left) return { root, path, key, left: entry.left };
  const bytes = readBytes(`${root.path}/${path}`, options.maxFileBytes);
  if ("refused" in bytes) return refused(bytes.refused);
  const statement = readStatementFile(path, bytes, options);
  if ("refused" in statement) return refused(statement.refused);
  kept.keep(key, bytes);
  const digest = Buffer.from(contentDigest(statement.date, statement.text)).toString("latin1");
  const found = warningsOf(statement);
  const warnings = found.length > 0 ? found : NONE;
  return {
    root,
    path,
    key,
    left: null,
    sha256: sha256Of(bytes),
    digest,
    date: statement.date,
    warnings,
  };
}

/** SHA-256 of a file's bytes, a character a byte: half of what hexadecimal digits would take, a hundred thousand times. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest().toString("latin1");
}

/** Headings and emphasis may stand around the dateline of a Markdown text. */
function warningsOf({ date, text, format, warnings }: StatementFile): string[] {
  const opening = text.slice(0, OPENING);
  const words =
    format === "markdown" ? opening.replace(/^(?:#[^\n]*\n\s*)+|[*_]{1,3}/g, "") : opening;
  const body = words.replace(/(\S)\n(?=\S)/g, "$1 ");
  return [...warnings, ...dateWarnings(date, body, readDateline(body))];
}
