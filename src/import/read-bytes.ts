import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";
import { nameBytes } from "./file-path.ts";
import { reasonOfFailure } from "./reason-of-failure.ts";

/** A file that could not be taken as a statement, with the reason and the remedy in one line. */
export interface Refused {
  refused: string;
  /** It is being written: nothing is wrong with it, and a later run reads it. */
  notYet?: true;
}

/** Why a file that is being written is not read. */
export const BEING_WRITTEN = "being written; it is read once it has been still for a while";

/** Does not follow a link that has come in the file's place, and does not wait for the other end of a pipe. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * The bytes of a regular file of at most `maxBytes`, which was last changed at least `stillFor` milliseconds ago, by the clock of its file
 * system. `path` is as `displayedName` writes it.
 */
export function readBytes(path: string, maxBytes: number, stillFor = 0): Buffer | Refused {
  let file: number;
  try {
    file = openSync(nameBytes(path), FLAGS);
  } catch (error) {
    return { refused: reasonOfFailure(error) };
  }
  try {
    return readOpen(file, maxBytes, stillFor);
  } catch (error) {
    return { refused: reasonOfFailure(error) };
  } finally {
    closeSync(file);
  }
}

function readOpen(file: number, maxBytes: number, stillFor: number): Buffer | Refused {
  const stat = fstatSync(file);
  if (!stat.isFile()) return { refused: "not a regular file any more; import again" };
  if (!isStill(stat, stillFor)) return { refused: BEING_WRITTEN, notYet: true };
  if (stat.size > maxBytes) return tooLong(stat.size, maxBytes);
  // One byte more than expected tells a file that grows.
  const bytes = Buffer.allocUnsafe(stat.size + 1);
  let length = 0;
  for (let read = -1; read !== 0 && length < bytes.length; length += read) {
    read = readSync(file, bytes, length, bytes.length - length, null);
  }
  if (stillFor > 0 && !isStill(fstatSync(file), stillFor)) {
    return { refused: BEING_WRITTEN, notYet: true };
  }
  if (length > stat.size) return { refused: "changed while it was read; import again" };
  return bytes.subarray(0, length);
}

/** The time of change moves with every write and every renaming, and no program can set it. */
function isStill({ ctimeMs }: Stats, stillFor: number): boolean {
  return stillFor === 0 || Date.now() - ctimeMs >= stillFor;
}

function tooLong(size: number, maxBytes: number): Refused {
  return {
    refused: `${size} bytes are over the limit of ${maxBytes}; split the file, or set DATELINE_MAX_FILE_BYTES`,
  };
}
