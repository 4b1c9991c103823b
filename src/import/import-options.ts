import type { Instant } from "../statements/statement.ts";
import type { Readings } from "./readings.ts";

/** What to import, as the user named it. */
export interface ImportFolder {
  /** A folder or one file. */
  path: string;
  /** The name under which the folder is known; `null`: its real path. */
  source: string | null;
}

export interface Progress {
  stage: "reading" | "writing";
  /** Files so far. */
  done: number;
  /** Files in all. */
  total: number;
}

export interface ImportOptions {
  at: Instant;
  /** See `ImportRunOptions.now`. */
  now?: () => Instant;
  /** Report, and write nothing. */
  dryRun: boolean;
  /** The run makes the sample archive (see `Store.importRun`). */
  sample: boolean;
  /** Take the date from the file's name where the file has none. */
  dateFromName: boolean;
  /** A BCP 47 tag, for statements whose language is not certain. */
  language: string;
  /** Longer files are refused. */
  maxFileBytes: number;
  /** A file that was changed less than so many milliseconds ago is skipped, as one that is being written; unless set, all are read. */
  stillFor?: number;
  /** Files that are as an earlier run of this process read them are not read again; only together with `stillFor`. */
  readings?: Readings;
  onProgress?: (progress: Progress) => void;
  /** Called once when another import holds the archive. */
  onWait?: () => void;
}
