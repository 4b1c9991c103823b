import type { Instant } from "../statements/statement.ts";
import type { PublishingOptions } from "../store/store.ts";

/** What every act of the publisher needs. */
export interface ActOptions {
  at: Instant;
  /** See `ImportRunOptions.now`. */
  now?: () => Instant;
  dryRun?: boolean;
  /** Called once when another run holds the archive. */
  onWait?: () => void;
}

/** What reading a file given by the publisher needs. */
export interface GivenFileOptions {
  /** A BCP 47 tag, for a statement whose language is not certain. */
  language: string;
  /** Longer files are refused. */
  maxFileBytes: number;
}

/** The run of that act. */
export function runOf(
  act: PublishingOptions["act"],
  reason: string | null,
  { at, now, dryRun = false, onWait }: ActOptions,
): PublishingOptions {
  return { act, reason, at, dryRun, ...(now && { now }), ...(onWait && { onWait }) };
}
