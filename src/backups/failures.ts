import { DatelineError } from "../errors.ts";

/** What the file system or SQLite threw, as `unavailable` with what was tried; errors of Dateline's own stay. */
export function asDatelineError(error: unknown, tried: string): unknown {
  if (error instanceof DatelineError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  return new DatelineError("unavailable", `${tried}: ${message} (${code})`, { cause: error });
}
