import type { IsoDate } from "../statements/iso-date.ts";
import type { Position } from "../statements/position.ts";
import type {
  Content,
  Instant,
  ListedStatement,
  Statement,
  StatementSummary,
} from "../statements/statement.ts";
import type { NameKind, SortOrder, StatementFilter } from "../statements/statement-filter.ts";

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

export interface ListRequest {
  filter: StatementFilter;
  order: SortOrder;
  /** The page goes on behind this place; `null` begins at the start. */
  after: Position | null;
  /** 1 to 1,000. */
  limit: number;
}

export interface StatementPage {
  /** How many statements pass the filter, over all pages. */
  total: number;
  /** In the order asked for. */
  statements: ListedStatement[];
  /** Where the next page begins; `null` on the last. */
  next: { after: Position } | null;
  /** Where the page before begins (`after: null` is the start); `null` on the first. */
  previous: { after: Position | null } | null;
}

/** `period` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, by the unit asked for. */
export interface PeriodCount {
  period: string;
  count: number;
}

export interface NameCount {
  /** As shown: the way in which most statements write it. */
  name: string;
  count: number;
}

/** A statement that was here and was taken away. */
export interface Tombstone {
  id: string;
  date: IsoDate;
  reason: string;
  removedAt: Instant;
}

/**
 * The archive. Every method sees one whole state of it, before an import or after it; two calls may see two states
 * (compare `generation`). A name or place that is not there is an empty answer, never an error. Throws `unavailable`
 * where the archive cannot be read.
 */
export interface Store {
  /**
   * Tells states apart, for whoever keeps what was made from one: another value whenever anything may have changed, and
   * `null` where the archive cannot be read just now. Takes microseconds at any size.
   */
  state(): string | null;
  /** Cheap at any size. */
  summary(): Promise<ArchiveSummary>;
  /** Constant time at any depth. */
  list(request: ListRequest): Promise<StatementPage>;
  /** The years, months or days from `from` to `to` (both included, open where `null`) that hold statements, in order of time; those with none are left out. */
  counts(
    unit: "year" | "month" | "day",
    from: IsoDate | null,
    to: IsoDate | null,
  ): Promise<PeriodCount[]>;
  /** The nearest day before `from` and the nearest after `to` that hold statements; `null` where there is none. */
  nearestDays(
    from: IsoDate,
    to: IsoDate,
  ): Promise<{ before: PeriodCount | null; after: PeriodCount | null }>;
  /** The statement, in its present wording or in revision `n`; `null` where the id or the revision is not known. */
  statement(id: string, n?: number): Promise<Statement | Tombstone | null>;
  /** The statements just before and after in the order of all; `null` at the ends and for an unknown id. */
  neighbours(
    id: string,
  ): Promise<{ earlier: StatementSummary | null; later: StatementSummary | null }>;
  /** All names of that kind with their counts, commonest first, then by name. */
  names(kind: NameKind): Promise<NameCount[]>;
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
  close(): Promise<void>;
}

export interface ImportRunOptions {
  /** The instant of the run, which is its statements' `importedAt` and `seenAt`. */
  at: Instant;
  /** Roll everything back in the end. */
  dryRun: boolean;
  /** The run makes the sample archive. Any later run that is not, first takes the sample's statements away. */
  sample: boolean;
  /** Called once when another import holds the archive and this one waits. */
  onWait?: () => void;
}

/** A file of this run: its folder (real path or given name), its path under it, and its bytes. */
export interface SourceFile {
  folder: string;
  path: string;
  bytes: Uint8Array;
  /** 32 bytes. */
  sha256: Uint8Array;
}

/** A file that earlier runs have read, and what it held then. */
export interface KnownFile {
  folder: string;
  path: string;
  /** The statement that it held when last read. */
  statement: string;
  /** SHA-256 of the bytes when last read. */
  sha256: Uint8Array;
  /** Whether the last run over its folder did not find it. */
  missing: boolean;
  /**
   * Whether this file answers for the present wording of its statement: the one that brought it or, once that one is
   * missing or holds another statement, the first other holder.
   */
  main: boolean;
}

/** A statement as the import sees it. */
export interface KnownStatement {
  id: string;
  slug: string | null;
  content: Content;
}

/** The archive while an import runs. Nobody else sees what is done here until the run is over. */
export interface ArchiveImport {
  /** Every file known under that folder, in no order; missing ones too. */
  knownFiles(folder: string): Promise<KnownFile[]>;
  /** The files of any folder that hold the statement now, missing ones left out. */
  holders(statement: string): Promise<KnownFile[]>;
  /** The id of the statement whose present date and text have this digest (32 bytes, see `contentDigest`); `null` where none has. */
  statementWith(digest: Uint8Array): Promise<string | null>;
  /** `null` where the id is not known. */
  statement(id: string): Promise<KnownStatement | null>;
  /** A new statement, last in its day. `slug` is for ever. */
  add(
    content: Content,
    digest: Uint8Array,
    slug: string | null,
    file: SourceFile,
  ): Promise<{ id: string }>;
  /** A new revision. A new date moves the statement to the end of that day. The file is noted as well. */
  revise(id: string, content: Content, digest: Uint8Array, file: SourceFile): Promise<void>;
  /** Notes that the file holds this statement's present wording: a further name, or other bytes that read the same. */
  noteFile(id: string, file: SourceFile): Promise<void>;
  /** Notes that a known file is no longer in its folder, or that its name now stands for another statement (then `noteFile`, `add` or `revise` follow). */
  noteMissing(folder: string, path: string): Promise<void>;
}
