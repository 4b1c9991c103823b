/**
 * What went wrong, in a word that a program can act on.
 *
 * - `usage`: the command line or a setting is wrong (exit status 2)
 * - `bad-request`: a request asks for something that cannot be understood (400)
 * - `not-found`: nothing is or was there (404)
 * - `gone`: something was there, and was taken away (410)
 * - `unavailable`: the archive cannot be read or written just now (503)
 * - `busy`: as much of this is being done as can be at once (503)
 * - `foreign`: the file is no archive, or one that this release cannot read
 */
export type ErrorCode =
  | "usage"
  | "bad-request"
  | "not-found"
  | "gone"
  | "unavailable"
  | "busy"
  | "foreign";

/**
 * What is the matter with an archive that cannot be read or written, in a word for whoever watches over it.
 *
 * - `missing`: no file is there, or an empty one
 * - `foreign`: what is there is no archive
 * - `later`: an archive of a later release
 * - `earlier`: an archive that must first be upgraded
 * - `damaged`: an archive, or a part of one, that cannot be understood
 * - `locked`: another process keeps everybody out
 * - `denied`: this process may not do with it what it must
 * - `full`: there is no room on its disk
 * - `failing`: the disk, or SQLite, gave another error
 */
export type ArchiveFault =
  | "missing"
  | "foreign"
  | "later"
  | "earlier"
  | "damaged"
  | "locked"
  | "denied"
  | "full"
  | "failing";

/** The one error that Dateline throws on purpose: its message says what was expected, what came and where. */
export class DatelineError extends Error {
  readonly code: ErrorCode;
  /** `null` where it is not the archive's. */
  readonly fault: ArchiveFault | null;

  constructor(
    code: ErrorCode,
    message: string,
    { fault = null, ...options }: ErrorOptions & { fault?: ArchiveFault | null } = {},
  ) {
    super(message, options);
    this.name = "DatelineError";
    this.code = code;
    this.fault = fault;
  }
}
