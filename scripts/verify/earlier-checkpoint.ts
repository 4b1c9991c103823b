import { readFileSync } from "node:fs";
import { DatelineError } from "../../src/errors.ts";
import { type Checkpoint, parseCheckpoint } from "../../src/log/checkpoint.ts";
import { parseNote, readVerifier, type SignedNote } from "../../src/log/signed-note.ts";

/**
 * The checkpoint in that file, whose signature was checked with `verifierKey` unless that is `null`. Throws `usage` where there is none or the
 * key is none, and `unavailable` where it is not signed with that key, or of another log.
 */
export function earlierCheckpoint(file: string, verifierKey: string | null): Checkpoint {
  const note = parseNote(readText(file, "--checkpoint"));
  const checkpoint = note && parseCheckpoint(note.text);
  if (!checkpoint) throw refused(`--checkpoint: expected a checkpoint, but ${file} holds none.`);
  if (verifierKey !== null) checkSignature(note, checkpoint, verifierKey, file);
  return checkpoint;
}

function checkSignature(note: SignedNote, { origin }: Checkpoint, key: string, file: string): void {
  const verifier = readVerifier(key);
  if (!verifier) throw refused("--key: expected a key as npm run log-key prints it.");
  if (!verifier.verifies(note)) {
    throw new DatelineError(
      "unavailable",
      `The checkpoint in ${file} is not signed with that key.`,
    );
  }
  if (verifier.name !== origin) {
    const message = `The checkpoint in ${file} is of ${origin}, and the key is that of ${verifier.name}.`;
    throw new DatelineError("unavailable", message);
  }
}

/** The key as written, or else the first line of the file of that name. */
export function writtenKey(written: string): string {
  return readVerifier(written) ? written : readText(written, "--key").trim();
}

function readText(file: string, option: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw refused(`${option}: expected a file that can be read, but ${file} cannot (${code}).`);
  }
}

function refused(message: string): DatelineError {
  return new DatelineError("usage", message);
}
