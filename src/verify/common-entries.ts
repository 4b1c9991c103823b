import { type ReadHashes, treeRoot } from "../log/tree-proofs.ts";
import { readHashes, readHead } from "../store/sqlite/log/read-log.ts";
import type { Prepare } from "../store/sqlite/prepare.ts";

/** With how many entries two archives' logs both begin. By halving: up to where their roots are the same, the entries are. */
export async function commonEntries(one: Prepare, other: Prepare): Promise<number> {
  let low = 0;
  let high = Math.min(readHead(one).size, readHead(other).size);
  // Most often the one is the beginning of the other.
  for (let size = high; low < high; size = Math.ceil((low + high) / 2)) {
    const root = await treeRoot(hashesOf(one), size);
    if (root.equals(await treeRoot(hashesOf(other), size))) low = size;
    else high = size - 1;
  }
  return low;
}

function hashesOf(prepare: Prepare): ReadHashes {
  return async (level, from, to) => readHashes(prepare, level, from, to);
}
