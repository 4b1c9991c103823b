import { createHash } from "node:crypto";

/** The root of the tree without entries (RFC 6962, 2.1). */
export const EMPTY_ROOT: Buffer = createHash("sha256").digest();

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** RFC 6962, 2.1: of an entry. */
export function leafHash(entry: Uint8Array): Buffer {
  return createHash("sha256").update(LEAF).update(entry).digest();
}

/** RFC 6962, 2.1: of two subtrees that stand beside each other. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash("sha256").update(NODE).update(left).update(right).digest();
}

/**
 * The root of the tree over these hashes. They are those of leaves, or of complete subtrees of one size of which the last may be
 * incomplete: the tree is the same (RFC 6962, 2.1), since all that is incomplete stands at its right.
 */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  let row = hashes;
  while (row.length > 1) row = rowAbove(row);
  return row[0] ?? EMPTY_ROOT;
}

function rowAbove(row: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let at = 0; at < row.length; at += 2) {
    const left = row[at] as Buffer;
    const right = row[at + 1];
    above.push(right ? nodeHash(left, right) : left);
  }
  return above;
}
