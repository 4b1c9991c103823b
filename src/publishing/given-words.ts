import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { DatelineError } from "../errors.ts";
import { contentDigest } from "../import/content-digest.ts";
import { displayedName } from "../import/file-path.ts";
import { formatByName } from "../import/left-by-name.ts";
import { quoted } from "../import/quoted.ts";
import { readBytes } from "../import/read-bytes.ts";
import { readStatementFile } from "../import/read-statement-file.ts";
import { understand } from "../import/understand.ts";
import type { ArchivePublishing, GivenWords } from "../store/store.ts";
import type { GivenFileOptions } from "./publishing-options.ts";

/** What stands in a file that the publisher gives. */
export interface ReadWords extends Omit<GivenWords, "file"> {
  /** The real path, as `displayedName` writes it. */
  path: string;
  bytes: Uint8Array;
  sha256: Uint8Array;
}

/** Reads a statement file as an import does. Throws `usage` for a file that is not there, `bad-request` for one that cannot be taken. */
export function readWords(file: string, options: GivenFileOptions): ReadWords {
  const path = realPath(file);
  if (formatByName(path) === null) throw notTaken(file, "statement files end in .txt or .md");
  const bytes = readBytes(path, options.maxFileBytes);
  if ("refused" in bytes) throw notTaken(file, bytes.refused);
  const read = readStatementFile(path, bytes, { dateFromName: false });
  if ("refused" in read) throw notTaken(file, read.refused);
  const { content } = understand(read, options.language);
  const sha256 = createHash("sha256").update(bytes).digest();
  return { content, digest: contentDigest(content.date, content.text), path, bytes, sha256 };
}

function realPath(file: string): string {
  try {
    return displayedName(realpathSync.native(file, { encoding: "buffer" }));
  } catch (error) {
    const message = `Expected a file, but ${quoted(file)} is not there.`;
    throw new DatelineError("usage", message, { cause: error });
  }
}

function notTaken(file: string, reason: string): DatelineError {
  return new DatelineError("bad-request", `${quoted(file)} cannot be taken: ${reason}`);
}

/** The words with their file: under the name by which imports know it as a file of that statement, or else as one of the publisher's own. */
export async function givenWords(
  archive: ArchivePublishing,
  id: string,
  { content, digest, path, bytes, sha256 }: ReadWords,
): Promise<GivenWords> {
  const name = await knownName(archive, id, path);
  const own = { folder: null, path: path.slice(path.lastIndexOf("/") + 1) };
  return { content, digest, file: { ...(name ?? own), bytes, sha256 } };
}

/** An import folder is any folder above the file. */
async function knownName(archive: ArchivePublishing, id: string, file: string) {
  for (let end = file.lastIndexOf("/"); end >= 0; end = file.lastIndexOf("/", end - 1)) {
    const folder = file.slice(0, end) || "/";
    const path = file.slice(end + 1);
    const known = await archive.knownFile(folder, path);
    if (known?.statement === id) return { folder, path };
    if (end === 0) break;
  }
  return null;
}
