import type { Checkpoint } from "../log/checkpoint.ts";
import { TILE_WIDTH } from "../log/tiles.ts";
import { TreeEdge } from "../log/tree-edge.ts";
import { EMPTY_ROOT, leafHash } from "../log/tree-hash.ts";
import { type Prepare, rowOf, rowsOf } from "../store/sqlite/prepare.ts";
import type { Tell } from "./finding.ts";
import { bytesOf, type LoggedRow } from "./logged-rows.ts";

/** So many statements are named where only a tile tells that one of its entries was altered. */
const MOST_NAMED = TILE_WIDTH;

/** The tree as it is made anew. */
export class CheckedTree {
  /** Whether its first entries are those of the earlier checkpoint. */
  extendsEarlier = false;
  #named: { id: string; isRight: boolean }[] = [];
  readonly #edge = new TreeEdge(0, [], (level, number, root) =>
    this.#checkTile(level, number, root),
  );
  readonly #prepare: Prepare;
  readonly #earlier: Checkpoint | null;
  readonly #tell: Tell;

  constructor(prepare: Prepare, earlier: Checkpoint | null, tell: Tell) {
    this.#prepare = prepare;
    this.#earlier = earlier;
    this.#tell = tell;
    this.#compare();
  }

  append(row: LoggedRow, isRight: boolean): void {
    this.#named.push({ id: row.entry.statement, isRight });
    this.#edge.append(leafHash(bytesOf(row)));
    this.#compare();
  }

  #checkTile(level: number, number: number, root: Buffer): void {
    const sql = "SELECT hash FROM log_node WHERE level = ? AND number = ?";
    const kept = rowOf<{ hash: Buffer }>(this.#prepare(sql), level, number);
    if (!kept?.hash.equals(root)) this.#otherHash(level, number);
    if (level === 1) this.#named = [];
  }

  #otherHash(level: number, number: number): void {
    const why = "the log keeps another hash for these entries than they have now";
    this.#tell({ kind: "altered", what: `hash ${number} of level ${level}`, why });
    if (level === 1) this.#nameEach();
  }

  /** Where the entries since the last full tile have none that is seen to be wrong, each may be the one. */
  #nameEach(): void {
    if (this.#named.some(({ isRight }) => !isRight)) return;
    const why =
      "its entry, the instant of its run, or that of another in the same tile is not as it was logged";
    for (const { id } of this.#named.slice(0, MOST_NAMED)) {
      this.#tell({ kind: "altered", what: id, why });
    }
  }

  #compare(): void {
    if (this.#edge.size !== this.#earlier?.size) return;
    this.extendsEarlier = this.#edge.root().equals(this.#earlier.root);
    if (this.extendsEarlier) return;
    const why = `the first ${this.#edge.size} entries are not those of the checkpoint: the log was rewritten`;
    this.#tell({ kind: "altered", what: "log", why });
  }

  finish(): void {
    const head = rowOf<{ size: number; root: Buffer | null }>(
      this.#prepare("SELECT size, root FROM log WHERE one = 1"),
    );
    if (head?.size !== this.#edge.size) {
      const why = `it should have ${head?.size} entries, and has ${this.#edge.size}`;
      this.#tell({
        kind: this.#edge.size < (head?.size ?? 0) ? "missing" : "added",
        what: "log",
        why,
      });
    } else if (!this.#edge.root().equals(head.root ?? EMPTY_ROOT)) {
      this.#tell({ kind: "altered", what: "log", why: "its root is not that of its entries" });
      this.#nameEach();
    }
    const { size = 0 } = this.#earlier ?? {};
    if (size > this.#edge.size) {
      const why = `the checkpoint speaks of ${size} entries, and there are ${this.#edge.size}`;
      this.#tell({ kind: "missing", what: "log", why });
    }
    this.#expectNoMoreHashes();
  }

  #expectNoMoreHashes(): void {
    for (const { level, number } of rowsOf<{ level: number; number: number }>(
      this.#prepare("SELECT level, number FROM log_node"),
    )) {
      if (level >= 1 && (number + 1) * TILE_WIDTH ** level <= this.#edge.size) continue;
      const why = "the log has not grown so far";
      this.#tell({ kind: "added", what: `hash ${number} of level ${level}`, why });
    }
  }
}
