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

/** The one error that Dateline throws on purpose: its message says what was expected, what came and where. */
export class DatelineError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "DatelineError";
    this.code = code;
  }
}
