import type { Content, Instant, StatementSummary } from "../statements/statement.ts";

export interface ImportRunOptions {
  /** The instant of the run, which is its statements' `importedAt` and `seenAt`. */
  at: Instant;
  /**
   * Tells the time when the run is done: from then on readers see it, and its changes are of that instant. Where it is left
   * out, that is `at`.
   */
  now?: () => Instant;
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
  /** Whether it holds words that the publisher set aside: those of a withdrawn statement, or a wording that was corrected. */
  overruled: boolean;
  /** Whether the statement was taken away. */
  gone: boolean;
}

/** All that a statement's address is made of. */
export type StatementPlace = Pick<StatementSummary, "id" | "slug" | "date">;

/** A statement as the import sees it. */
export interface KnownStatement {
  id: string;
  slug: string | null;
  content: Content;
}

/** What the publisher did to a statement, and why. */
export interface Ruling {
  act: "correction" | "withdrawal" | "restoration" | "undo";
  at: Instant;
  reason: string;
}

/** The archive while an import runs. Nobody else sees what is done here until the run is over. */
export interface ArchiveImport {
  /** The next files known under that folder, missing ones too, in the order of their paths: at most 1,000, behind the path `after`, or from the first where it is `null`. */
  knownFiles(folder: string, after: string | null): Promise<KnownFile[]>;
  /** The files of any folder that hold the statement now, missing ones left out. */
  holders(statement: string): Promise<KnownFile[]>;
  /**
   * The id of the statement whose present date and text have this digest (32 bytes, see `contentDigest`), or, where none
   * has, of the one that had it in a wording that the publisher set aside, taken away or not; `null` where none had.
   */
  statementWith(digest: Uint8Array): Promise<string | null>;
  /** `null` where the id is not known. */
  statement(id: string): Promise<KnownStatement | null>;
  /** Where the statement stands, or stood until it was taken away, without its words; `null` where the id is not known. */
  place(id: string): Promise<StatementPlace | null>;
  /** A new statement, last in its day. `slug` is for ever. */
  add(
    content: Content,
    digest: Uint8Array,
    slug: string | null,
    file: SourceFile,
  ): Promise<{ id: string }>;
  /** A new revision. A new date moves the statement to the end of that day. The file is noted as well. */
  revise(id: string, content: Content, digest: Uint8Array, file: SourceFile): Promise<void>;
  /**
   * Notes that the file holds this statement's present wording: a further name, or other bytes that read the same. With the
   * digest of a wording that the publisher set aside, that it holds that one; where its words are gone, the bytes are not
   * kept either. Tells whether it is one that was set aside.
   */
  noteFile(id: string, file: SourceFile, digest?: Uint8Array): Promise<{ overruled: boolean }>;
  /** The statement's wordings that the publisher set aside, without those whose words are gone. */
  overruledContents(id: string): Promise<Content[]>;
  /** What the publisher last did to the statement; `null` where that is nothing, or was taken back. */
  ruling(id: string): Promise<Ruling | null>;
  /** Notes that a known file is no longer in its folder, or that its name now stands for another statement (then `noteFile`, `add` or `revise` follow). */
  noteMissing(folder: string, path: string): Promise<void>;
}
