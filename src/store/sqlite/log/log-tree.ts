import { hashesOfLevel, TILE_WIDTH } from "../../../log/tiles.ts";
import { rootOf } from "../../../log/tree-hash.ts";
import type { Prepare } from "../prepare.ts";
import { readHashes } from "./read-log.ts";

/** The right edge of the tree, to which entries are appended: it holds at most 255 hashes a level. */
export class LogTree {
  size: number;
  readonly #prepare: Prepare;
  /** By level, the hashes of the tile that is not full yet. */
  readonly #edge: Buffer[][] = [];

  /** The tree of the first `size` entries. */
  constructor(prepare: Prepare, size: number) {
    this.#prepare = prepare;
    this.size = size;
    for (let level = 0; hashesOfLevel(size, level) > 0; level++) {
      const count = hashesOfLevel(size, level);
      this.#edge.push(readHashes(prepare, level, count - (count % TILE_WIDTH), count));
    }
  }

  append(leaf: Buffer): void {
    this.size++;
    this.#push(0, leaf);
  }

  #push(level: number, hash: Buffer): void {
    const tile = this.#edge[level] ?? [];
    this.#edge[level] = tile;
    tile.push(hash);
    if (tile.length < TILE_WIDTH) return;
    const root = rootOf(tile);
    const number = hashesOfLevel(this.size, level + 1) - 1;
    const sql = "INSERT INTO log_node (level, number, hash) VALUES (?, ?, ?)";
    this.#prepare(sql).run(level + 1, number, root);
    tile.length = 0;
    this.#push(level + 1, root);
  }

  root(): Buffer {
    let right: Buffer[] = [];
    for (const tile of this.#edge) {
      const all = [...tile, ...right];
      right = all.length === 0 ? [] : [rootOf(all)];
    }
    return rootOf(right);
  }
}
