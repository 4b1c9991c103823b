import type { LogEntry } from "../log/log-entry.ts";

/** The state of the log. */
export interface LogHead {
  /** How many entries it has. */
  size: number;
  /** The root of the tree over them (RFC 6962, 2.1), 32 bytes. */
  root: Buffer;
}

/**
 * The log of what was done to statements: a Merkle tree (RFC 6962) that only grows, in the order of runs. An import appends an entry
 * for each statement added or revised, an act of the publisher for each that it touches; what is taken back is appended, too.
 * The log of the sample ends with the sample.
 */
export interface ArchiveLog {
  logHead(): Promise<LogHead>;
  /**
   * The hashes from `from` up to but without `to` of a level of tiles, at most 256: 0 are the leaves, and each hash of a level is the
   * root of 256 of the level below. Fewer where there are no more.
   */
  logHashes(level: number, from: number, to: number): Promise<Buffer[]>;
  /** The entries from `from` up to but without `to`, at most 256, fewer where there are no more. */
  logEntries(from: number, to: number): Promise<LogEntry[]>;
  /** The index of the entry with which that wording of the statement came; `null` where there is no such wording. */
  logIndexOf(id: string, n: number): Promise<number | null>;
}
