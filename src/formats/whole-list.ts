import type { ListedStatement } from "../statements/statement.ts";
import type { PeriodCount } from "../store/store.ts";

/** A list to be written whole, all of it from one state of the archive. */
export interface WholeList {
  /** How many statements there are, those before the beginning of `batches` too. */
  total: number;
  /** The statements in order, some at a time. */
  batches: AsyncIterable<ListedStatement[]>;
  /** Of a year, month or day: its days with statements. */
  days: PeriodCount[] | null;
}
