import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { nameBytes } from "./file-path.ts";
import { reasonOfFailure } from "./reason-of-failure.ts";

/** A file that could not be taken as a statement, with the reason and the remedy in one line. */
export interface Refused {
  refused: string;
}

/** Does not follow a link that has come in the file's place, and does not wait for the other end of a pipe. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The bytes of a regular file of at most `maxBytes`. `path` is as `displayedName` writes it. */
export function readBytes(path: string, maxBytes: number): Buffer | Refused {
  let file: number;
  try {
    file = openSync(nameBytes(path), FLAGS);
  } catch (error) {
    return { refused: reasonOfFailure(error) };
  }
  try {
    return readOpen(file, maxBytes);
  } catch (error) {
    return { refused: reasonOfFailure(error) };
  } finally {
    closeSync(file);
  }
}

function readOpen(file: number, maxBytes: number): Buffer | Refused {
  const stat = fstatSync(file);
  if (!stat.isFile()) return { refused: "not a regular file any more; import again" };
  if (stat.size > maxBytes) return tooLong(stat.size, maxBytes);
  // One byte more than expected tells a file that grows.
  const bytes = Buffer.allocUnsafe(stat.size + 1);
  let length = 0;
  for (let read = -1; read !== 0 && length < bytes.length; length += read) {
    read = readSync(file, bytes, length, bytes.length - length, null);
  }
  if (length > stat.size) return { refused: "changed while it was read; import again" };
  return bytes.subarray(0, length);
}

function tooLong(size: number, maxBytes: number): Refused {
  return {
    refused: `${size} bytes are over the limit of ${maxBytes}; split the file, or set DATELINE_MAX_FILE_BYTES`,
  };
}
