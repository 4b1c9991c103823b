import type { Logged } from "../log/log-entry.ts";
import type { IsoDate } from "../statements/iso-date.ts";
import type { Position } from "../statements/position.ts";
import type { Content, Instant, StatementEvent } from "../statements/statement.ts";
import type { LogHead } from "./log.ts";
import type { Act } from "./publishing.ts";

/**
 * An archive in a form of no engine. What refers to a run, a revision, a source, a file or a change names it by its number, which is the
 * archive's own: given to an empty archive, all is as it was, with the same numbers. Of what readers may not read the words and
 * bytes are left out, as if they had been erased.
 */
export interface KeptParts {
  runs: KeptRun;
  statements: KeptStatement;
  files: KeptFile;
  log: KeptLogEntry;
  days: KeptDay;
}

/** A part is read in pages; `next` is what to ask for behind it, `null` at the end. */
export interface KeptPage<Part extends keyof KeptParts> {
  items: KeptParts[Part][];
  next: string | null;
}

/** What is said of the archive as a whole. */
export interface KeptHead {
  generation: number;
  changedAt: Instant | null;
  /** The number of the last change. */
  changes: number;
  sample: boolean;
  log: LogHead;
}

/** In the order of their numbers. */
export interface KeptRun {
  number: number;
  at: Instant;
  /** When readers saw it. */
  shownAt: Instant;
  act: Act;
  reason: string | null;
  /** The first numbers that the run could give. */
  firstChange: number;
  firstRevision: number;
  added: number;
  revised: number;
  withdrawn: number;
  restored: number;
  undoneBy: number | null;
}

/** First those that are there, from the oldest, and then those that were taken away, by id. */
export interface KeptStatement {
  id: string;
  /** `null` of one of the sample, of which nothing else is known: it has no revisions, and its first digest here. */
  number: number | null;
  sample: Uint8Array | null;
  slug: string | null;
  /** Where it stands or stood; `null` of one of the sample. */
  position: Position | null;
  /** The number of its last change. */
  changed: number;
  /** The change that marked it as withdrawn; `null` where it is not marked. */
  withdrawn: number | null;
  gone: KeptTombstone | null;
  events: (Omit<StatementEvent, "at"> & { change: number; run: number })[];
  /** Oldest first, numbered from 1. */
  revisions: KeptRevision[];
}

/** That a statement was taken away. Names are as lists of changes are narrowed by them. */
export interface KeptTombstone {
  date: IsoDate;
  reason: string;
  at: Instant;
  run: number;
  agency: string | null;
  agencyName: string | null;
  placeName: string | null;
  languageName: string | null;
}

export interface KeptRevision {
  n: number;
  number: number;
  run: number;
  /** Of day and text, 32 bytes. */
  digest: Uint8Array;
  note: string | null;
  overruled: boolean;
  /** `null` where the words are gone: then `erased` is the change that took them away. */
  content: Content | null;
  erased: number | null;
  /** The number of the source that brought it, which need not be one of its own. */
  source: number;
  sources: KeptSource[];
}

/** What was once read from a file. */
export interface KeptSource {
  number: number;
  run: number;
  sha256: Uint8Array;
  /** The file's number, folder (`` for the publisher's own) and path. */
  file: number;
  folder: string;
  path: string;
  /** `null` where they are gone. */
  bytes: Uint8Array | null;
}

/** What a file held when it was last read; in the order of their numbers. */
export interface KeptFile {
  number: number;
  folder: string;
  path: string;
  /** The id of its statement. */
  statement: string;
  source: number;
  missing: boolean;
  overruled: boolean;
  /** See `KnownFile.main`. */
  main: boolean;
}

/** An entry of the log; in its order. */
export interface KeptLogEntry {
  run: number;
  /** The last revision's number when it was written. */
  revision: number;
  statement: string;
  n: number;
  change: Logged;
  date: IsoDate;
  source: number;
  /** Empty where the words were gone before the log began. */
  record: Uint8Array;
}

/** The last place that was ever given in a day. */
export interface KeptDay {
  date: IsoDate;
  last: number;
}

/** An archive while the parts of another are put into it, in the order of `KeptParts`. Nobody else sees it until the run is over. */
export interface ArchiveRestoring {
  addRun(run: KeptRun): Promise<void>;
  /**
   * `added`; or nothing is done, because it is there with all these revisions (`held`), or because another statement has its id, other
   * revisions or its words (`other`).
   */
  addStatement(statement: KeptStatement): Promise<"added" | "held" | "other">;
  /** Files, entries and days of statements that were not added are passed over. */
  addFile(file: KeptFile): Promise<void>;
  addLogEntry(entry: KeptLogEntry): Promise<void>;
  addDay(day: KeptDay): Promise<void>;
  /** The log as it is with these entries. */
  logHead(): Promise<LogHead>;
  /** Whether the archive was empty and never held anything: then all numbers stay as they are. */
  exact(): boolean;
}

export interface RestoringOptions {
  head: KeptHead;
  /** The instant of the run. */
  at: Instant;
  /** See `ImportRunOptions.now`. */
  now?: () => Instant;
  dryRun: boolean;
  /** Called once when another run holds the archive and this one waits. */
  onWait?: () => void;
}
