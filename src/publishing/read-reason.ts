import { DatelineError } from "../errors.ts";

const LONGEST = 500;

/** The publisher's words for a page: one line of 1 to 500 characters. Throws `usage` for anything else, naming the option. */
export function readReason(option: string, typed: string): string {
  const reason = typed.trim();
  const length = Array.from(reason).length;
  if (length === 0) throw refused(option, "nothing");
  if (length > LONGEST) throw refused(option, `${length} characters`);
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(reason))
    throw refused(option, "a line break or a control character");
  return reason;
}

function refused(option: string, came: string): DatelineError {
  const expected = `Expected one line of 1 to ${LONGEST} characters behind ${option}`;
  return new DatelineError("usage", `${expected}, but ${came} came.`);
}
