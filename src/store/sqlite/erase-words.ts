import { foldName } from "../../statements/fold-name.ts";
import { dayNumber, type IsoDate } from "../../statements/iso-date.ts";
import { type Prepare, rowsOf } from "./prepare.ts";
import type { WordingSummary } from "./read-statement.ts";
import type { RunLedger } from "./run-ledger.ts";
import { keyOf } from "./statement-key.ts";

interface ErasableRow {
  tags: string | null;
  superseded: string | null;
}

/**
 * Takes the words and bytes of every revision away; number, date of import, digests and the publisher's notes stay.
 * `change`: the event that did it. The statement must have been taken down.
 */
export function eraseWords(
  prepare: Prepare,
  ledger: RunLedger,
  statement: number,
  change: number,
): void {
  const rows = rowsOf<ErasableRow>(
    prepare("SELECT tags, superseded FROM revision WHERE statement = ? AND erased IS NULL"),
    statement,
  );
  for (const { tags, superseded } of rows) {
    for (const tag of tags === null ? [] : (JSON.parse(tags) as string[])) {
      ledger.erasedTags.add(foldName(tag));
    }
    // Every day on which it stood: the index there may still hold words of deleted rows.
    const { date } = JSON.parse(superseded ?? "{}") as WordingSummary;
    ledger.erasedKeys.add(keyOf(dayNumber(date as IsoDate), 0));
  }
  prepare(`UPDATE source SET before = x'', after = x'', bytes = NULL
    WHERE revision IN (SELECT number FROM revision WHERE statement = ?)`).run(statement);
  prepare(`UPDATE revision SET text = '', blocks = NULL, superseded = NULL, url = NULL,
    rights = NULL, tags = NULL, erased = coalesce(erased, ?) WHERE statement = ?`).run(
    change,
    statement,
  );
}
