import { type Prepare, rowOf } from "../prepare.ts";

/** Grows whenever words, stems or tables are made in another way: an older index is then made anew. */
export const SEARCH_VERSION = 4;

/** Whether the index was made as this release makes it. */
export function isSearchCurrent(prepare: Prepare): boolean {
  const sql = "SELECT version FROM search_index WHERE one = 1";
  return rowOf<{ version: number }>(prepare(sql))?.version === SEARCH_VERSION;
}
