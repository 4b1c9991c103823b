import type { Content, Instant, Statement } from "../statements/statement.ts";
import type { KnownFile, SourceFile } from "./archive-import.ts";
import type { Tombstone } from "./store.ts";

/** What a run was for. */
export type Act = "import" | "correction" | "withdrawal" | "restoration" | "undo";

/** One run, as the archive remembers it. */
export interface RunRecord {
  number: number;
  at: Instant;
  act: Act;
  /** The publisher's words; `null` of an import, and where none were given. */
  reason: string | null;
  /** How many statements it added, revised, withdrew and restored. */
  added: number;
  revised: number;
  withdrawn: number;
  restored: number;
  /** Where the first of its files lay; `null` where it added and revised nothing. */
  folder: string | null;
  /** The run that undid it; `null` where none did. */
  undoneBy: number | null;
}

export interface PublishingOptions {
  act: Exclude<Act, "import">;
  /** The publisher's words: one line. */
  reason: string | null;
  at: Instant;
  /** See `ImportRunOptions.now`. */
  now?: () => Instant;
  dryRun: boolean;
  /** Called once when another run holds the archive and this one waits. */
  onWait?: () => void;
}

/** What a run did to one statement that undoing it would touch. */
export interface MadeByRun {
  id: string;
  /** `added`: it came with that run. `revised`: revision `before` is the last from before it. `later`: it has been changed since, and stays. */
  kind: "added" | "revised" | "later";
  before: number | null;
}

/**
 * How a statement stands: `present`; `marked` as withdrawn, its words readable; `hidden` behind a tombstone; `erased`, its
 * words gone; or `sample`: a tombstone of the sample, which nobody changes.
 */
export type Standing = "present" | "marked" | "hidden" | "erased" | "sample";

/** A file that the publisher gives. `folder` is `null` for one that lies in no import folder. */
export type GivenFile = Omit<SourceFile, "folder"> & { folder: string | null };

/** The words of a statement that the publisher gives: `digest` is of date and text (see `contentDigest`). */
export interface GivenWords {
  content: Content;
  digest: Uint8Array;
  file: GivenFile;
}

/** The archive while the publisher changes it. Nobody else sees what is done here until the run is over. */
export interface ArchivePublishing {
  /** `null` where the id is not known. */
  standing(id: string): Promise<Standing | null>;
  /** In its present wording; `null` where the id is not known. */
  statement(id: string): Promise<Statement | Tombstone | null>;
  /** See `ArchiveImport.statementWith`. */
  statementWith(digest: Uint8Array): Promise<string | null>;
  /** `null` where no run has read that file. */
  knownFile(folder: string, path: string): Promise<KnownFile | null>;
  /** A new revision with a note. No import brings the wording before it back. */
  correct(id: string, words: GivenWords, note: string): Promise<void>;
  /** The words stay readable, and the statement is marked. */
  withdrawMarked(id: string, reason: string): Promise<void>;
  /** A tombstone takes the statement's place. Its words are kept where nobody reads them, and `restore` brings them back. */
  withdrawHidden(id: string, reason: string): Promise<void>;
  /** A tombstone takes the statement's place, and its words and bytes are gone from the archive; those of a hidden one, too. */
  withdrawErased(id: string, reason: string): Promise<void>;
  /** Brings a marked or hidden statement back as it was, to the place where it stood. */
  restore(id: string, reason: string | null): Promise<void>;
  /** Brings an erased statement back in these words: its last ones, or else as a new revision. */
  restoreWith(
    id: string,
    words: GivenWords,
    slug: string | null,
    reason: string | null,
  ): Promise<void>;
  /** The wording of revision `n` becomes the present one again, as a new revision with a note. */
  revert(id: string, n: number, note: string): Promise<void>;
  /** What that run did, in its order: at most 1,000 statements, behind the place `after`, or from the first where it is `null`. */
  madeBy(run: number, after: number | null): Promise<{ made: MadeByRun[]; after: number | null }>;
  /** Remembers that this run undid that one. */
  noteUndone(run: number): Promise<void>;
}
