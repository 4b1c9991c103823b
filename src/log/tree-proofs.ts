import { TILE_WIDTH } from "./tiles.ts";
import { rootOf } from "./tree-hash.ts";

/**
 * Gives the hashes from `from` up to but without `to` of a level of tiles: 0 are the leaves, and each hash of a level is the root of
 * 256 of the level below.
 */
export type ReadHashes = (level: number, from: number, to: number) => Promise<Buffer[]>;

/** The root of the first `size` entries. */
export function treeRoot(read: ReadHashes, size: number): Promise<Buffer> {
  return rangeRoot(read, 0, size);
}

/** The hashes that lead from the entry to the root of the first `size`, the leaf's neighbour first (RFC 6962, 2.1.1). `index` is below `size`. */
export async function inclusionPath(
  read: ReadHashes,
  index: number,
  size: number,
): Promise<Buffer[]> {
  const path: Buffer[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from);
    if (index < middle) {
      path.push(await rangeRoot(read, middle, to));
      to = middle;
    } else {
      path.push(await rangeRoot(read, from, middle));
      from = middle;
    }
  }
  return path.reverse();
}

/** The hashes that show that the first `earlier` entries are those of a tree of `size` (RFC 6962, 2.1.2); none where `earlier` is 0 or `size`. */
export async function consistencyPath(
  read: ReadHashes,
  earlier: number,
  size: number,
): Promise<Buffer[]> {
  if (earlier === 0 || earlier === size) return [];
  const path: Buffer[] = [];
  let from = 0;
  let to = size;
  while (to !== earlier) {
    const middle = from + largestPowerBelow(to - from);
    if (earlier <= middle) {
      path.push(await rangeRoot(read, middle, to));
      to = middle;
    } else {
      path.push(await rangeRoot(read, from, middle));
      from = middle;
    }
  }
  // Whoever has the earlier root need not be told it.
  if (from > 0) path.push(await rangeRoot(read, from, to));
  return path.reverse();
}

/** The root of a subtree of RFC 6962: `from` is a multiple of the least power of two that is not below its length. */
async function rangeRoot(read: ReadHashes, from: number, to: number): Promise<Buffer> {
  const hashes: Buffer[][] = [];
  let start = from;
  for (let level = levelOf(to - from); start < to; level--) {
    const span = TILE_WIDTH ** level;
    const end = Math.floor(to / span);
    hashes.unshift(await read(level, start / span, end));
    start = end * span;
  }
  // From the right: what is incomplete is the last subtree of the level above.
  let right: Buffer[] = [];
  for (const row of hashes) {
    const all = [...row, ...right];
    right = all.length === 0 ? [] : [rootOf(all)];
  }
  return rootOf(right);
}

/** The highest level with a hash that spans no more entries than these. */
function levelOf(length: number): number {
  let level = 0;
  while (TILE_WIDTH ** (level + 1) <= length) level++;
  return level;
}

function largestPowerBelow(length: number): number {
  let power = 1;
  while (power * 2 < length) power *= 2;
  return power;
}
