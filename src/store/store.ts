import type { HitWords } from "../statements/hit-words.ts";
import type { IsoDate } from "../statements/iso-date.ts";
import type { Position } from "../statements/position.ts";
import type { QuotationCheck } from "../statements/quotation-check.ts";
import type { SearchQuery } from "../statements/search-query.ts";
import type {
  Instant,
  SourceMark,
  Statement,
  StatementSummary,
  StatementWording,
} from "../statements/statement.ts";
import type { NameKind } from "../statements/statement-filter.ts";
import type { ArchiveImport, ImportRunOptions } from "./archive-import.ts";
import type { ChangePage, ChangesRequest, StatementChange } from "./changes.ts";
import type {
  ArchiveRestoring,
  KeptHead,
  KeptPage,
  KeptParts,
  RestoringOptions,
} from "./history.ts";
import type {
  Asked,
  Facets,
  ListOrder,
  ListRequest,
  NameCount,
  PeriodCount,
  StatementPage,
} from "./lists.ts";
import type { ArchiveLog } from "./log.ts";
import type { ArchivePublishing, PublishingOptions, RunRecord } from "./publishing.ts";

export type {
  ArchiveImport,
  ImportRunOptions,
  KnownFile,
  KnownStatement,
  Ruling,
  SourceFile,
  StatementPlace,
} from "./archive-import.ts";
export type { ChangePage, ChangesRequest, StatementChange } from "./changes.ts";
export type {
  ArchiveRestoring,
  KeptDay,
  KeptFile,
  KeptHead,
  KeptLogEntry,
  KeptPage,
  KeptParts,
  KeptRevision,
  KeptRun,
  KeptSource,
  KeptStatement,
  KeptTombstone,
  RestoringOptions,
} from "./history.ts";
export type {
  Asked,
  CountedPage,
  Facets,
  ListOrder,
  ListRequest,
  NameCount,
  PeriodCount,
  StatementPage,
} from "./lists.ts";
export type { ArchiveLog, LogHead } from "./log.ts";
export type {
  Act,
  ArchivePublishing,
  GivenFile,
  GivenWords,
  MadeByRun,
  PublishingOptions,
  RunRecord,
  Standing,
} from "./publishing.ts";
export type { Position };

/** What the archive holds, as counted when it was last changed. */
export interface ArchiveSummary {
  /** Grows by one with every import that changed anything. */
  generation: number;
  total: number;
  /** The days of the first and the last statement; `null` in an empty archive. */
  first: IsoDate | null;
  last: IsoDate | null;
  /** How many statements have a headline taken from their text. */
  headlinesDerived: number;
  /** How many revisions there are beyond each statement's first. */
  laterRevisions: number;
  /** Files known, under any name, and how many of them are no longer in their folder. */
  files: number;
  missingFiles: number;
  /** When an import last changed anything; `null` before the first. */
  changedAt: Instant | null;
  /** Whether this is the sample that came with Dateline. */
  sample: boolean;
}

/** A statement that was here and was taken away, or one wording of it. */
export interface Tombstone {
  id: string;
  /** The day of the statement as it was last. */
  date: IsoDate;
  /** The publisher's words: one line. */
  reason: string;
  removedAt: Instant;
  /** Whose statement it was; `null` where it had no agency, and of the sample. */
  agency: string | null;
}

/** All that can be read of a statement. */
export type StatementRecord =
  | {
      present: Statement;
      /** The wordings before it, oldest first; a `Tombstone` for each whose words were taken away. */
      earlier: (Statement | Tombstone)[];
      /** Every file in which a wording that can be read was found, in the order of wordings. */
      sources: (SourceMark & { revision: number })[];
    }
  | { gone: Tombstone };

export interface RecordPage {
  records: StatementRecord[];
  /** What to ask for next; `null` at the end. */
  next: string | null;
}

/**
 * The archive. Every method sees one whole state of it, before an import or after it; two calls may see two states
 * (compare `generation`). A name or place that is not there is an empty answer, never an error. Throws `unavailable`
 * where the archive cannot be read, and for a search that would take longer than a reader waits.
 */
export interface Store extends ArchiveLog {
  /**
   * Tells states apart, for whoever keeps what was made from one: another value whenever anything may have changed, and
   * `null` where the archive cannot be read just now. Takes microseconds at any size.
   */
  state(): string | null;
  /** Whether a part of the archive was found damaged since it was opened; what does not need that part can be read all the same. */
  damaged(): boolean;
  /** Cheap at any size. */
  summary(): Promise<ArchiveSummary>;
  /**
   * A page of what is found, which takes as long at any depth. By relevance, an `after` that is none of the hits begins
   * at the start.
   */
  list(request: ListRequest): Promise<StatementPage>;
  /** Where the statements with those ids hold the words looked for, by id; ids that are not known are left out. */
  hitWords(ids: string[], query: SearchQuery): Promise<Map<string, HitWords>>;
  /** Exactly how many statements are found. */
  total(asked: Asked): Promise<number>;
  /** The years, months or days that hold statements found, in order of time; those with none are left out. */
  counts(unit: "year" | "month" | "day", asked: Asked): Promise<PeriodCount[]>;
  /** Exact counts of what is found. */
  facets(asked: Asked): Promise<Facets>;
  /**
   * The nearest day before `from` and the nearest after `to` that hold statements; `null` where there is none. With
   * `asked`, statements that are found when its dates are left aside.
   */
  nearestDays(
    from: IsoDate,
    to: IsoDate,
    asked?: Asked,
  ): Promise<{ before: PeriodCount | null; after: PeriodCount | null }>;
  /** The statement, in its present wording or in revision `n`; `null` where the id or the revision is not known. */
  statement(id: string, n?: number): Promise<Statement | Tombstone | null>;
  /**
   * The statement's wordings, newest first, without those whose words were taken away: at most 50, and none beyond those that
   * hold 500,000 characters, but for the first of them. Empty where the id is not known.
   */
  wordings(id: string): Promise<StatementWording[]>;
  /** The statements just before and after in the order of all; `null` at the ends and for an unknown id. */
  neighbours(
    id: string,
  ): Promise<{ earlier: StatementSummary | null; later: StatementSummary | null }>;
  /**
   * The statements just before and behind it in that list; `null` at its ends, and twice for a statement that is not in
   * the list.
   */
  besideInList(
    id: string,
    list: Asked & { order: ListOrder },
  ): Promise<{ previous: StatementSummary | null; next: StatementSummary | null }>;
  /**
   * At most 5 words of the archive that are spelled nearly like this one (at most 2 letters off, without case and
   * accents), nearest first and then commonest, as a statement writes them, with the number of statements that hold
   * them. Never the word itself.
   */
  nearSpellings(word: string): Promise<NameCount[]>;
  /**
   * Whether the archive holds those words, word for word (see `findQuotation`) or nearly: the 60 present wordings that hold most of
   * the rarest of them are compared, with the earlier wordings of the same statements. `absent` for what holds no word.
   */
  checkQuotation(typed: string): Promise<QuotationCheck>;
  /** What last happened to each statement: a walk by key, which takes as long at any depth. */
  changes(request: ChangesRequest): Promise<ChangePage>;
  /** What last happened to that statement; `null` for an id that was never here. */
  lastChange(id: string): Promise<StatementChange | null>;
  /** All names of that kind with their counts, commonest first, then by name. */
  names(kind: NameKind): Promise<NameCount[]>;
  /**
   * Takes the present state to be read at leisure, whatever is imported meanwhile. Throws `busy` where 8 are held
   * already. It goes on where this store is closed before it.
   */
  snapshot(): Promise<Snapshot>;
  /**
   * Runs one import as one transaction: what `work` did is there whole when the promise resolves, and not at all when it
   * rejects. Runs at the same time wait for each other. `work` may be given an archive that keeps nothing (`dryRun`).
   * Throws `usage` for a sample run on an archive that holds other statements, and `unavailable` where the store was
   * opened for reading only, the disk is full, or any step failed, even if `work` caught that.
   */
  importRun<Result>(
    options: ImportRunOptions,
    work: (archive: ArchiveImport) => Promise<Result>,
  ): Promise<Result>;
  /** Every run that changed a statement, the last first. */
  runs(): Promise<RunRecord[]>;
  /**
   * Runs one act of the publisher as `importRun` runs an import. Where words were erased, the archive's file is written
   * anew, so that its free space does not hold them either; throws `unavailable` where that failed, though the act is done.
   */
  publishingRun<Result>(
    options: PublishingOptions,
    work: (archive: ArchivePublishing) => Promise<Result>,
  ): Promise<Result>;
  /**
   * Puts the parts of another archive into this one as `importRun` runs an import. An archive that was empty and never held anything has
   * the same numbers, instants and log afterwards; in another, what is new gets numbers behind those given, and readers see it as of now.
   */
  restoringRun<Result>(
    options: RestoringOptions,
    work: (archive: ArchiveRestoring) => Promise<Result>,
  ): Promise<Result>;
  close(): Promise<void>;
}

/**
 * One state of the archive, held: every answer is from it. It is asked one thing at a time, and after half an hour every
 * question is answered with `busy`.
 */
export interface Snapshot
  extends Pick<Store, "summary" | "list" | "total" | "counts" | "runs" | "logHead" | "logEntries"> {
  /** The present wordings of these statements, in their order; an id that is not known is left out. */
  statements(ids: readonly string[]): Promise<Statement[]>;
  /**
   * Everything that is or was there: the statements from the oldest to the newest, and then those that were taken away. A
   * page ends behind about a million characters, and has one record at least; `null` begins.
   */
  records(after: string | null): Promise<RecordPage>;
  /** What is said of the archive as a whole where it is kept elsewhere. */
  keptHead(): Promise<KeptHead>;
  /** A page of a part of all that is kept, bytes of files too; `null` begins. Throws `unavailable` where these do not have their SHA-256. */
  kept<Part extends keyof KeptParts>(part: Part, after: string | null): Promise<KeptPage<Part>>;
  /** Gives the state up. To be called once. */
  close(): Promise<void>;
}
