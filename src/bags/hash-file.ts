import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import path from "node:path";
import { damaged } from "./damaged.ts";

/** Does not follow a link in the file's place, and does not wait for the other end of a pipe. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

const CHUNK = Buffer.allocUnsafe(1024 * 1024);

/** Runs `work` with a file of the bag, open for reading. Throws what says that it is damaged. */
export function withFile<Result>(
  bag: string,
  name: string,
  work: (file: number, bytes: number) => Result,
): Result {
  let file: number;
  try {
    file = openSync(path.join(bag, name), FLAGS);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw damaged(bag, name, code === "ENOENT" ? "it is missing" : `it cannot be read (${code})`);
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw damaged(bag, name, "it is no file");
    return work(file, stat.size);
  } finally {
    closeSync(file);
  }
}

/** The digests of a file of the bag, of any size, by each of the algorithms: lower-case hexadecimal digits. */
export function hashFile(bag: string, name: string, algorithms: readonly string[]): string[] {
  return withFile(bag, name, (file) => {
    const hashes = algorithms.map((algorithm) => createHash(algorithm));
    for (;;) {
      const read = readSync(file, CHUNK, 0, CHUNK.length, null);
      if (read === 0) break;
      for (const hash of hashes) hash.update(CHUNK.subarray(0, read));
    }
    return hashes.map((hash) => hash.digest("hex"));
  });
}

/** All bytes of a file of the bag, of which there may be `most`. */
export function readWhole(bag: string, name: string, most: number): Buffer {
  return withFile(bag, name, (file, size) => {
    if (size > most) throw damaged(bag, name, `expected at most ${most} bytes, found ${size}`);
    const bytes = Buffer.alloc(size);
    let length = 0;
    while (length < size) {
      const read = readSync(file, bytes, length, size - length, null);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  });
}
