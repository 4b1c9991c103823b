import { TILE_WIDTH } from "./tiles.ts";
import { rootOf } from "./tree-hash.ts";

/** Told of each tile that becomes full: its root stands on that level (1 is above the leaves), as that number from 0. */
export type OnFullTile = (level: number, number: number, root: Buffer) => void;

/** The right edge of a tree (RFC 6962, 2.1), to which leaves are appended: it holds at most 255 hashes a level. */
export class TreeEdge {
  #size: number;
  readonly #levels: Buffer[][];
  readonly #onFullTile: OnFullTile;

  /** That of the tree of `size` leaves; `levels`: the hashes of the tiles that are not full, from the leaves up. */
  constructor(size: number, levels: Buffer[][], onFullTile: OnFullTile) {
    this.#size = size;
    this.#levels = levels;
    this.#onFullTile = onFullTile;
  }

  get size(): number {
    return this.#size;
  }

  append(leaf: Buffer): void {
    this.#size++;
    this.#push(0, leaf);
  }

  #push(level: number, hash: Buffer): void {
    const tile = this.#levels[level] ?? [];
    this.#levels[level] = tile;
    tile.push(hash);
    if (tile.length < TILE_WIDTH) return;
    const root = rootOf(tile);
    this.#onFullTile(level + 1, Math.floor(this.#size / TILE_WIDTH ** (level + 1)) - 1, root);
    tile.length = 0;
    this.#push(level + 1, root);
  }

  root(): Buffer {
    let right: Buffer[] = [];
    for (const tile of this.#levels) {
      const all = [...tile, ...right];
      right = all.length === 0 ? [] : [rootOf(all)];
    }
    return rootOf(right);
  }
}
