import type { Checkpoint } from "../log/checkpoint.ts";
import type { Prepare } from "../store/sqlite/prepare.ts";
import { checkEntry, type Matched } from "./check-entry.ts";
import { CheckedTree } from "./checked-tree.ts";
import { guarded, type Tell } from "./finding.ts";
import { loggedRows } from "./logged-rows.ts";

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
