import { createHash } from "node:crypto";
import type Database from "better-sqlite3";
import { contentDigest } from "../../src/import/content-digest.ts";
import type { IsoDate } from "../../src/statements/iso-date.ts";
import { digestHead } from "../../src/store/sqlite/find-statement.ts";
import { loggedRevisions } from "../../src/store/sqlite/log/logged-revisions.ts";
import { makeLog } from "../../src/store/sqlite/log/rebuild-log.ts";
import { preparing } from "../../src/store/sqlite/prepare.ts";
import { readBytes, type StoredBytes } from "../../src/store/sqlite/stored-bytes.ts";

/** Makes every digest that the archive keeps of itself anew, so that each fits what stands there now. */
export function coverUp(database: Database.Database): void {
  const prepare = preparing(database);
  for (const { number, date, wording } of [...loggedRevisions(prepare)]) {
    if (wording === null) continue;
    const text = prepare("SELECT text FROM revision WHERE number = ?")
      .pluck()
      .get(number) as string;
    const digest = contentDigest(date as IsoDate, text);
    prepare("UPDATE revision SET digest = ? WHERE number = ?").run(digest, number);
    const head = "UPDATE statement SET digest_head = ? WHERE wording = ?";
    prepare(head).run(digestHead(digest), number);
  }
  const sources = `SELECT o.number, o.before, o.after, o.bytes, r.text FROM source o
    JOIN revision r ON r.number = o.revision WHERE r.erased IS NULL`;
  for (const row of prepare(sources).all() as (StoredBytes & { number: number; text: string })[]) {
    const sha256 = createHash("sha256").update(readBytes(row, row.text)).digest();
    prepare("UPDATE source SET sha256 = ? WHERE number = ?").run(sha256, row.number);
  }
}

/** Makes the log anew as well: it fits what stands there now, and its tree is a right one. */
export function rewriteLog(database: Database.Database): void {
  database.exec("DELETE FROM log_entry; DELETE FROM log_node");
  makeLog(preparing(database));
}

/**
 * Leaves the last wording of a statement as a release would have left it that read other words in the same bytes; digests and log are to be made
 * anew after it.
 */
export function readOtherwise(database: Database.Database, statement: number): void {
  const sql = `SELECT o.number, o.before, o.after, o.bytes, r.text, r.number AS revision FROM source o
    JOIN revision r ON r.number = o.revision WHERE r.statement = ? ORDER BY r.n DESC LIMIT 1`;
  const row = database.prepare(sql).get(statement) as StoredBytes & {
    number: number;
    text: string;
    revision: number;
  };
  const whole = "UPDATE source SET before = NULL, after = NULL, bytes = ? WHERE number = ?";
  database.prepare(whole).run(readBytes(row, row.text), row.number);
  const words = "UPDATE revision SET text = ? WHERE number = ?";
  database.prepare(words).run(row.text.replace(".", "!"), row.revision);
}
