import type { Checkpoint } from "../log/checkpoint.ts";
import { TILE_WIDTH } from "../log/tiles.ts";
import { EMPTY_ROOT, leafHash, rootOf } from "../log/tree-hash.ts";
import { type Prepare, rowOf, rowsOf } from "../store/sqlite/prepare.ts";
import { checkEntry, type Matched } from "./check-entry.ts";
import { guarded, type Tell } from "./finding.ts";
import { bytesOf, type LoggedRow, loggedRows } from "./logged-rows.ts";

/** So many statements are named where only a tile tells that one of its entries was altered. */
const MOST_NAMED = TILE_WIDTH;

export interface CheckedLog extends Matched {
  /** Runs of lower numbers are as the earlier checkpoint has them: none without one, or where it does not fit. */
  vouchedBefore: number;
}

/**
 * Checks every entry, and the tree over them against its own nodes, its head, and an earlier checkpoint. `wrongSources`: the
 * observations, by number, that are told of already.
 */
export async function checkLog(
  prepare: Prepare,
  earlier: Checkpoint | null,
  wrongSources: ReadonlySet<number>,
  tell: Tell,
): Promise<CheckedLog> {
  const matched: Matched = { entries: 0, revisions: 0, events: 0, lastRevision: 0, lastEvent: 0 };
  let vouchedBefore: number | null = null;
  const tree = new CheckedTree(prepare, earlier, tell);
  for await (const row of loggedRows(prepare)) {
    const what = `entry ${row.number}`;
    if (row.number !== matched.entries) {
      tell({ kind: "missing", what, why: `entry ${matched.entries} was expected in its place` });
    }
    matched.entries++;
    let isRight = !wrongSources.has(row.source);
    const note: Tell = (finding) => {
      isRight = false;
      tell(finding);
    };
    guarded(note, `${row.entry.statement}@${row.entry.revision}`, () =>
      checkEntry(prepare, row, matched, note),
    );
    if (tree.extendsEarlier) vouchedBefore ??= row.run;
    tree.append(row, isRight);
  }
  tree.finish();
  const none = tree.extendsEarlier ? Number.POSITIVE_INFINITY : 0;
  return { ...matched, vouchedBefore: vouchedBefore ?? none };
}

/** The tree as it is made anew. */
class CheckedTree {
  /** Whether its first entries are those of the earlier checkpoint. */
  extendsEarlier = false;
  #size = 0;
  #named: { id: string; isRight: boolean }[] = [];
  readonly #edge: Buffer[][] = [[]];
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
    this.#size++;
    this.#named.push({ id: row.entry.statement, isRight });
    this.#push(0, leafHash(bytesOf(row)));
    this.#compare();
  }

  #push(level: number, hash: Buffer): void {
    const tile = this.#edge[level] ?? [];
    this.#edge[level] = tile;
    tile.push(hash);
    if (tile.length < TILE_WIDTH) return;
    const root = rootOf(tile);
    const number = Math.floor(this.#size / TILE_WIDTH ** (level + 1)) - 1;
    const sql = "SELECT hash FROM log_node WHERE level = ? AND number = ?";
    const kept = rowOf<{ hash: Buffer }>(this.#prepare(sql), level + 1, number);
    if (!kept?.hash.equals(root)) this.#otherHash(level + 1, number);
    if (level === 0) this.#named = [];
    tile.length = 0;
    this.#push(level + 1, root);
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

  #root(): Buffer {
    let right: Buffer[] = [];
    for (const tile of this.#edge) {
      const all = [...tile, ...right];
      right = all.length === 0 ? [] : [rootOf(all)];
    }
    return rootOf(right);
  }

  #compare(): void {
    if (this.#size !== this.#earlier?.size) return;
    this.extendsEarlier = this.#root().equals(this.#earlier.root);
    if (this.extendsEarlier) return;
    const why = `the first ${this.#size} entries are not those of the checkpoint: the log was rewritten`;
    this.#tell({ kind: "altered", what: "log", why });
  }

  finish(): void {
    const head = rowOf<{ size: number; root: Buffer | null }>(
      this.#prepare("SELECT size, root FROM log WHERE one = 1"),
    );
    if (head?.size !== this.#size) {
      const why = `it should have ${head?.size} entries, and has ${this.#size}`;
      this.#tell({ kind: this.#size < (head?.size ?? 0) ? "missing" : "added", what: "log", why });
    } else if (!this.#root().equals(head.root ?? EMPTY_ROOT)) {
      this.#tell({ kind: "altered", what: "log", why: "its root is not that of its entries" });
      this.#nameEach();
    }
    const { size = 0 } = this.#earlier ?? {};
    if (size > this.#size) {
      const why = `the checkpoint speaks of ${size} entries, and there are ${this.#size}`;
      this.#tell({ kind: "missing", what: "log", why });
    }
    this.#expectNoMoreHashes();
  }

  #expectNoMoreHashes(): void {
    for (const { level, number } of rowsOf<{ level: number; number: number }>(
      this.#prepare("SELECT level, number FROM log_node"),
    )) {
      if (level >= 1 && (number + 1) * TILE_WIDTH ** level <= this.#size) continue;
      const why = "the log has not grown so far";
      this.#tell({ kind: "added", what: `hash ${number} of level ${level}`, why });
    }
  }
}
