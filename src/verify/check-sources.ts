import { type Prepare, rowOf } from "../store/sqlite/prepare.ts";
import { checkedBytes } from "../store/sqlite/stored-bytes.ts";
import { type Altered, alteredTeller, guarded, type Tell } from "./finding.ts";
import { nameOf, type SourceRow, sourceRows } from "./source-rows.ts";

/** Expects that the bytes of each file have their SHA-256. The numbers of the observations that are not so. */
export async function checkSources(prepare: Prepare, tell: Tell): Promise<Set<number>> {
  const wrong = new Set<number>();
  for await (const row of sourceRows(prepare)) {
    const note: Tell = (finding) => {
      wrong.add(row.number);
      tell(finding);
    };
    const what = nameOf(row);
    guarded(note, what, () => checkSource(prepare, row, alteredTeller(note, what)));
  }
  return wrong;
}

function checkSource(prepare: Prepare, row: SourceRow, altered: Altered): void {
  const { statement, file, text, erased, sha256 } = row;
  if (statement === null || file === null) {
    altered("a file of it belongs to nothing");
    return;
  }
  if (erased !== null) return;
  const bytes = checkedBytes(row, text, sha256);
  if (bytes === "damaged" || (bytes === "erased" && !wasWithdrawn(prepare, row)))
    altered(`the bytes of ${file} do not have their SHA-256`);
}

/** Words that came back from another file do not bring back the bytes of the first. */
function wasWithdrawn(prepare: Prepare, { statement, run }: SourceRow): boolean {
  const sql = "SELECT 1 FROM event WHERE statement = ? AND kind = 'withdrawn' AND run > ? LIMIT 1";
  return rowOf(prepare(sql), statement, run) !== undefined;
}
