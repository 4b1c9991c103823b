import { EMPTY_ROOT, nodeHash } from "./tree-hash.ts";

/**
 * The root of a tree of `size` to which that path leads from that leaf (RFC 9162, 2.1.3.2); `null` where the path is not as
 * long as it must be.
 */
export function rootByInclusion(
  leaf: Buffer,
  index: number,
  size: number,
  path: readonly Buffer[],
): Buffer | null {
  if (index < 0 || index >= size) return null;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const beside of path) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(beside, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, beside);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? hash : null;
}

interface Head {
  size: number;
  root: Buffer;
}

/** Whether the path shows that the later tree begins with the entries of the earlier one (RFC 9162, 2.1.4.2). */
export function isConsistent(earlier: Head, later: Head, path: readonly Buffer[]): boolean {
  if (earlier.size > later.size) return false;
  if (earlier.size === 0) return path.length === 0 && earlier.root.equals(EMPTY_ROOT);
  if (earlier.size === later.size) return path.length === 0 && earlier.root.equals(later.root);
  const hashes = isPowerOfTwo(earlier.size) ? [earlier.root, ...path] : [...path];
  let node = earlier.size - 1;
  let last = later.size - 1;
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  const [first, ...others] = hashes;
  if (!first) return false;
  let before = first;
  let after = first;
  for (const beside of others) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      before = nodeHash(beside, before);
      after = nodeHash(beside, after);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      after = nodeHash(after, beside);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && before.equals(earlier.root) && after.equals(later.root);
}

/** Sizes pass 2^32, so that bits are not shifted. */
function half(number: number): number {
  return Math.floor(number / 2);
}

function isPowerOfTwo(number: number): boolean {
  return Number.isInteger(Math.log2(number));
}
