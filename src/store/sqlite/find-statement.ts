import { statementIds } from "../../statements/statement-id.ts";
import { type Prepare, rowOf, rowsOf } from "./prepare.ts";

/** The first 48 bits, which an integer column keeps in a quarter of the space that the digest would take. */
export function digestHead(digest: Uint8Array): number {
  return Buffer.from(digest.buffer, digest.byteOffset, digest.byteLength).readUIntBE(0, 6);
}

/** The statement whose present wording has that digest; `null` where none has. The whole digest decides among those with the same head. */
export function findByDigest(prepare: Prepare, digest: Uint8Array): string | null {
  const sql = `SELECT s.id, r.digest FROM statement s JOIN revision r ON r.number = s.wording
    WHERE s.digest_head = ?`;
  const rows = rowsOf<{ id: string; digest: Buffer }>(prepare(sql), digestHead(digest));
  return rows.find((row) => row.digest.equals(digest))?.id ?? null;
}

/**
 * The first of the digest's ids that nothing else has. A tombstone holds its id for ever, except for the very wording
 * of the sample that it was made for: that takes it back, and the tombstone goes.
 */
export function freeId(prepare: Prepare, digest: Uint8Array): string {
  for (const id of statementIds(digest)) {
    if (rowOf(prepare("SELECT 1 FROM statement WHERE id = ?"), id)) continue;
    const sql = "SELECT digest, number FROM tombstone WHERE id = ?";
    const tombstone = rowOf<{ digest: Buffer; number: number | null }>(prepare(sql), id);
    if (!tombstone) return id;
    if (tombstone.number !== null || !tombstone.digest.equals(digest)) continue;
    prepare("DELETE FROM tombstone WHERE id = ?").run(id);
    return id;
  }
  throw new RangeError("every id of this digest is taken");
}
