import { createHash } from "node:crypto";

/** A file's bytes as they are kept: what stands before and after the statement's text, or else all of them. */
export type StoredBytes =
  | { before: Buffer; after: Buffer; bytes: null }
  | { before: null; after: null; bytes: Buffer };

/** What stands for bytes that were taken away with the words of their wording, which may have come back since. */
export const ERASED_BYTES: StoredBytes = {
  before: Buffer.alloc(0),
  after: Buffer.alloc(0),
  bytes: null,
};

/** Keeps the bytes without keeping the text in them once more, where it stands there exactly as UTF-8. */
export function storedBytes(bytes: Uint8Array, text: string): StoredBytes {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = Buffer.from(text, "utf8");
  const start = all.indexOf(words);
  if (start === -1) return { before: null, after: null, bytes: all };
  return {
    before: all.subarray(0, start),
    after: all.subarray(start + words.length),
    bytes: null,
  };
}

/**
 * The bytes of the file that has this SHA-256, or else: `erased` where they were taken away, and `damaged` where what is kept does not have
 * that sum.
 */
export function checkedBytes(
  stored: StoredBytes,
  text: string,
  sha256: Buffer,
): Buffer | "erased" | "damaged" {
  const bytes = readBytes(stored, text);
  if (createHash("sha256").update(bytes).digest().equals(sha256)) return bytes;
  const isErased = stored.bytes === null && stored.before.length + stored.after.length === 0;
  return isErased ? "erased" : "damaged";
}

/** The bytes of the file, exactly. `text` is that of the revision for which they were stored. */
export function readBytes(stored: StoredBytes, text: string): Buffer {
  if (stored.bytes) return stored.bytes;
  return Buffer.concat([stored.before, Buffer.from(text, "utf8"), stored.after]);
}
