import { hashesOfLevel, TILE_WIDTH } from "../../../log/tiles.ts";
import { TreeEdge } from "../../../log/tree-edge.ts";
import type { Prepare } from "../prepare.ts";
import { readHashes } from "./read-log.ts";

/** The tree of the first `size` entries, to be appended to: each tile that becomes full is kept. */
export function logTree(prepare: Prepare, size: number): TreeEdge {
  return new TreeEdge(size, edgeOf(prepare, size), (level, number, root) => {
    const sql = "INSERT INTO log_node (level, number, hash) VALUES (?, ?, ?)";
    prepare(sql).run(level, number, root);
  });
}

function edgeOf(prepare: Prepare, size: number): Buffer[][] {
  const levels: Buffer[][] = [];
  for (let level = 0; hashesOfLevel(size, level) > 0; level++) {
    const count = hashesOfLevel(size, level);
    levels.push(readHashes(prepare, level, count - (count % TILE_WIDTH), count));
  }
  return levels;
}
