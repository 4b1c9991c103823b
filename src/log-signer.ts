import { readFileSync } from "node:fs";
import { DatelineError } from "./errors.ts";
import { readSigner, type Signer } from "./log/signed-note.ts";

/** Whoever signs the checkpoints of the log, with the key in that file; `null` without a file. Throws `usage` where it holds no key; its content is in no message. */
export function readLogSigner(file: string | null): Signer | null {
  if (file === null) return null;
  const signer = readSigner(readKey(file));
  if (signer) return signer;
  const expected = "expected a file with a key as npm run log-key makes it";
  throw new DatelineError(
    "usage",
    `DATELINE_LOG_KEY: ${expected}, but ${file} holds another text.`,
  );
}

function readKey(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message = `DATELINE_LOG_KEY: expected a file that can be read, but ${file} cannot (${code}).`;
    throw new DatelineError("usage", message, { cause: error });
  }
}
