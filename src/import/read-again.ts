import type { ImportOptions } from "./import-options.ts";
import type { KeptBytes } from "./kept-bytes.ts";
import { type Refused, readBytes } from "./read-bytes.ts";
import { sha256Of } from "./read-folders.ts";
import { readStatementFile } from "./read-statement-file.ts";
import type { ReadableFile } from "./run-file.ts";
import { type Understood, understand } from "./understand.ts";

export interface FileToWrite extends Understood {
  bytes: Uint8Array;
}

/** A file that the first reading saw. */
type FileSeen = Pick<ReadableFile, "number" | "root" | "path" | "sha256">;

/** The whole of a file that the first reading saw; refused where its bytes are no longer the same. */
export function readAgain(
  file: FileSeen,
  kept: KeptBytes,
  options: ImportOptions,
): FileToWrite | Refused {
  const bytes = kept.take(file.number) ?? readUnchanged(file, options);
  if ("refused" in bytes) return bytes;
  const statement = readStatementFile(file.path, bytes, options);
  if ("refused" in statement) return statement;
  return { ...understand(statement, options.language), bytes };
}

function readUnchanged(file: FileSeen, options: ImportOptions): Buffer | Refused {
  const bytes = readBytes(`${file.root.path}/${file.path}`, options.maxFileBytes);
  if ("refused" in bytes || sha256Of(bytes).toString("latin1") === file.sha256) return bytes;
  return { refused: "changed while it was read; import again" };
}
