/** What may stand on a command's line, beside `--help`. */
export interface CommandLine {
  /** As it stands behind `npm run`. */
  name: string;
  /** What `--help` prints. */
  usage: string;
  /** The words that are no options, as `ID [FILE]`: one in brackets may be missing, and behind one with `…` there may be more. */
  words: string;
  /** Options with a value, which stand once. */
  values?: readonly string[];
  /** Options with a value, which may stand more than once. */
  lists?: readonly string[];
  /** Options without a value. */
  flags?: readonly string[];
}

/** What stands on the command line. */
export interface Typed {
  words: string[];
  /** The value behind `--NAME`; throws `usage` where it is missing. */
  required(name: string): string;
  /** The value behind `--NAME`; `null` where it is missing. */
  optional(name: string): string | null;
  /** The values behind each `--NAME`, in their order. */
  all(name: string): string[];
  /** The number behind `--NAME`; `null` where it is missing. Throws `usage` where it is none from `lowest` to 999,999,999. */
  wholeNumber(name: string, lowest: number): number | null;
  flag(name: string): boolean;
}
