import type { Signer } from "../log/signed-note.ts";

/** What every page knows of the site that it stands on. */
export interface Site {
  title: string;
  /** Where the site is reached, `https://example.org`, without a slash at the end. */
  url: string;
  /** Whom to write to: an e-mail address or an `http` or `https` address. */
  contact: string | null;
  /** Whom to tell of a weakness of the site; likewise, or nothing. */
  securityContact?: string | null;
  /** Under what terms the archive is offered, in the publisher's words. */
  rights: string | null;
  /** Signs the checkpoints of the log; nobody does where it is left out or `null`. */
  logSigner?: Signer | null;
  /** The BCP 47 language of statements that do not say theirs. */
  language: string;
}
