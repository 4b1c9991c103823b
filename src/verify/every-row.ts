import { type Prepare, rowsOf } from "../store/sqlite/prepare.ts";

/** A query of rows in the order of their places, which takes the place of the last row and how many rows at most are wanted behind it. */
interface RowsByPlace<Row, Place> {
  sql: string;
  /** A place before all. */
  before: Place;
  placeOf: (row: Row) => Place;
  /** How many are held at a time. */
  atOnce: number;
}

/** Before every number that a row may have, also one that should not be there. */
export const BEFORE_ALL: number = Number.MIN_SAFE_INTEGER;

const turnOfOthers = () => new Promise((resolve) => setImmediate(resolve));

/** All rows, with turns for other work of the process: a signal that asks it to stop is heard while an archive is looked through. */
export async function* everyRow<Row, Place>(
  prepare: Prepare,
  { sql, before, placeOf, atOnce }: RowsByPlace<Row, Place>,
): AsyncGenerator<Row> {
  for (let last = before; ; ) {
    const rows = rowsOf<Row>(prepare(sql), last, atOnce);
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < atOnce) return;
    last = placeOf(end);
    await turnOfOthers();
  }
}
