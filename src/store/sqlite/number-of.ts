import { type Prepare, rowOf } from "./prepare.ts";

/** The number of a statement, taken away or not; `null` where the id is not known, or was the sample's. */
export function numberOf(prepare: Prepare, id: string): number | null {
  const here = rowOf<{ number: number }>(prepare("SELECT number FROM statement WHERE id = ?"), id);
  const sql = "SELECT number FROM tombstone WHERE id = ?";
  return here?.number ?? rowOf<{ number: number | null }>(prepare(sql), id)?.number ?? null;
}
