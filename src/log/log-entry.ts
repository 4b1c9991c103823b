import type { IsoDate } from "../statements/iso-date.ts";
import type { Instant } from "../statements/statement.ts";

/**
 * What an entry of the log says was done, by the number under which a store keeps it: a statement was `added` or `revised`;
 * `marked` as withdrawn, its words readable; `withdrawn`, its words out of sight; `erased`, its words gone; or `restored`.
 */
export const LOGGED = ["added", "revised", "marked", "withdrawn", "erased", "restored"] as const;

export type Logged = (typeof LOGGED)[number];

/** One thing that was done to one statement. */
export interface LogEntry {
  /** The statement's id. */
  statement: string;
  /** The number of the wording that came, went or came back. */
  revision: number;
  change: Logged;
  /** The day of the statement in that wording. */
  date: IsoDate;
  /** SHA-256 of the file that brought the wording, 64 lower-case hexadecimal digits. */
  source: string;
  /** The digest of what was said (see `wordingRecord` and `withdrawalRecord`); `null` where the words were gone before the log began. */
  record: string | null;
  /** The instant of the run. */
  time: Instant;
}

/** The entry as it is hashed and served: JSON (RFC 8259) in UTF-8, these keys in this order, no white space. */
export function entryText(entry: LogEntry): string {
  const { statement, revision, change, date, source, record, time } = entry;
  return JSON.stringify({ statement, revision, change, date, source, record, time });
}

export function entryBytes(entry: LogEntry): Buffer {
  return Buffer.from(entryText(entry), "utf8");
}
