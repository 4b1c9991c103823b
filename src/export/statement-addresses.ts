import { revisionPath, shortPath, statementPath } from "../permalinks.ts";
import type { Statement } from "../statements/statement.ts";
import type { Store } from "../store/store.ts";

/** Every address under which a statement is or was, its present one first. */
export async function statementAddresses(store: Store, present: Statement): Promise<string[]> {
  const addresses = new Set([statementPath(present), shortPath(present.id)]);
  for (const { n } of present.revisions) {
    addresses.add(revisionPath(present.id, n));
    const wording = n === present.revision ? present : await store.statement(present.id, n);
    if (wording) addresses.add(statementPath({ ...present, date: wording.date }));
  }
  return [...addresses];
}
