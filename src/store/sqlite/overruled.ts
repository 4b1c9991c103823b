import type { Content } from "../../statements/statement.ts";
import { type Prepare, rowOf, rowsOf } from "./prepare.ts";
import { readWording } from "./read-statement.ts";

/** A wording that the publisher set aside. */
export interface OverruledWording {
  /** The statement's number. */
  statement: number;
  /** The revision's. */
  wording: number;
  text: string;
  erased: number | null;
}

/** The statement that had a wording with this digest until the publisher set it aside, taken away or not; `null` where none had. */
export function overruledWith(prepare: Prepare, digest: Uint8Array): string | null {
  const sql = `SELECT coalesce(s.id, t.id) AS id
    FROM revision r INDEXED BY revision_overruled
    LEFT JOIN statement s ON s.number = r.statement LEFT JOIN tombstone t ON t.number = r.statement
    WHERE r.digest = ? AND r.overruled = 1 ORDER BY r.digest LIMIT 1`;
  return rowOf<{ id: string | null }>(prepare(sql), digest)?.id ?? null;
}

/** That wording of the statement; `undefined` where it has none such. */
export function overruledWording(
  prepare: Prepare,
  statement: number,
  digest: Uint8Array,
): OverruledWording | undefined {
  const sql = `SELECT r.statement, r.number AS wording, r.text, r.erased
    FROM revision r INDEXED BY revision_overruled
    WHERE r.digest = ? AND r.overruled = 1 AND r.statement = ?`;
  return rowOf<OverruledWording>(prepare(sql), digest, statement);
}

/** Every wording of the statement that was set aside and whose words are still there. */
export function overruledContents(prepare: Prepare, statement: number): Content[] {
  const sql = `SELECT number FROM revision WHERE statement = ? AND overruled = 1 AND erased IS NULL
    AND superseded IS NOT NULL`;
  const rows = rowsOf<{ number: number }>(prepare(sql), statement);
  return rows.map(({ number }) => readWording(prepare, number));
}

/**
 * Settles which wordings of the statement no import brings back: all of a withdrawn one; else those that a revision with
 * a note followed, and those that are gone. Its files are marked by what they hold.
 */
export function settleOverruled(prepare: Prepare, statement: number, withdrawn: boolean): void {
  const overruled = `? OR erased IS NOT NULL OR EXISTS (SELECT 1 FROM revision later
    WHERE later.statement = revision.statement AND later.n = revision.n + 1
      AND later.note IS NOT NULL)`;
  prepare(`UPDATE revision SET overruled = (${overruled}) WHERE statement = ?`).run(
    withdrawn ? 1 : 0,
    statement,
  );
  prepare(`UPDATE file SET overruled = (SELECT r.overruled FROM source o
      JOIN revision r ON r.number = o.revision WHERE o.number = file.source)
    WHERE statement = ?`).run(statement);
}
