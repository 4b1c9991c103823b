import { DatelineError } from "../errors.ts";

/** That the bag cannot be taken, which file of it is to blame, and why. */
export function damaged(bag: string, file: string, reason: string): DatelineError {
  const message = `The bag ${bag} is damaged, and nothing of it was imported: ${file}: ${reason}.`;
  return new DatelineError("bad-request", message);
}
