import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readConfig } from "../src/config.ts";
import { DatelineError } from "../src/errors.ts";
import { visible } from "../src/import/quoted.ts";
import { type Checkpoint, parseCheckpoint } from "../src/log/checkpoint.ts";
import { parseNote, readVerifier, type SignedNote } from "../src/log/signed-note.ts";
import { readLogSigner } from "../src/log-signer.ts";
import type { Finding } from "../src/verify/finding.ts";
import { type Verified, verifyArchive } from "../src/verify/verify-archive.ts";

const USAGE = `Usage: npm run verify [-- --checkpoint FILE] [--key KEY]

Recomputes everything in the archive: the SHA-256 of every source file, its day and text, the digests of every wording, addresses,
counts, the search index, and the whole tree of the log. Names every statement that was altered, is missing or was added.
The site may go on serving.

  --checkpoint FILE   a checkpoint that was kept earlier: today's log must begin with the same entries
  --key KEY           the key that checks the checkpoint's signature, or a file with it;
                      without it, that of DATELINE_LOG_KEY where it is set
  --json              print what was found as JSON
  --help              print this

Exit status: 0 all as it was logged, 1 something is not, 2 wrong usage.
`;

interface Arguments {
  checkpoint: string | undefined;
  key: string | undefined;
  json: boolean;
}

try {
  const { help, ...args } = read(process.argv.slice(2));
  if (help) process.stdout.write(USAGE);
  else process.exitCode = await run(args);
} catch (error) {
  if (!(error instanceof DatelineError)) throw error;
  process.stderr.write(`${visible(error.message)}\n`);
  if (error.code === "usage")
    process.stderr.write("npm run verify -- --help says how it is used.\n");
  process.exitCode = error.code === "usage" ? 2 : 1;
}

function read(args: string[]): Arguments & { help: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        checkpoint: { type: "string" },
        key: { type: "string" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    return { ...values, checkpoint: values.checkpoint, key: values.key };
  } catch (error) {
    throw new DatelineError("usage", (error as Error).message.split(". ", 1)[0] as string);
  }
}

async function run({ checkpoint, key, json }: Arguments): Promise<number> {
  const { database, logKey } = readConfig();
  const verifierKey = key === undefined ? (readLogSigner(logKey)?.verifierKey ?? null) : keyOf(key);
  const earlier = checkpoint === undefined ? null : readCheckpoint(checkpoint, verifierKey);
  const findings: Finding[] = [];
  const verified = await verifyArchive(database, {
    earlier,
    readings: true,
    tell: (finding) => {
      if (json) findings.push(finding);
      else process.stdout.write(`${visible(lineOf(finding))}\n`);
    },
    onStep: (step) => {
      if (process.stderr.isTTY) process.stderr.write(`Checking ${step} …\n`);
    },
  });
  const { findings: found, ...counts } = verified;
  if (json)
    process.stdout.write(
      `${JSON.stringify({ ...counts, earlier: earlier?.size ?? null, findings })}\n`,
    );
  else process.stdout.write(summary(verified, earlier, verifierKey !== null));
  return found === 0 ? 0 : 1;
}

/** `altered  k3m9p2q7ra@1  the log says that its day is …` */
function lineOf({ kind, what, why }: Finding): string {
  return `${kind.padEnd(9)}  ${what}  ${why}`;
}

function summary(
  { statements, revisions, entries, findings, readOtherwise }: Verified,
  earlier: Checkpoint | null,
  hasKey: boolean,
): string {
  const lines = [
    `${statements} statements in ${revisions} wordings, ${entries} entries of the log.`,
  ];
  if (findings > 0)
    lines.push(`Not as it was logged: ${findings} ${findings === 1 ? "finding" : "findings"}.`);
  else if (earlier)
    lines.push(`All as it was logged, and as the checkpoint of ${earlier.size} entries says.`);
  else
    lines.push(
      "All as it was logged. Only a checkpoint that was kept elsewhere shows whether the log itself was rewritten.",
    );
  if (readOtherwise > 0)
    lines.push(
      `This release reads ${readOtherwise} ${readOtherwise === 1 ? "file" : "files"} otherwise than they were read: the checkpoint vouches for the words that are kept.`,
    );
  if (earlier && !hasKey)
    lines.push("The checkpoint's signature was not checked: no key was given.");
  return `${lines.join("\n")}\n`;
}

function readCheckpoint(file: string, verifierKey: string | null): Checkpoint {
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

/** The key itself, or the first line of the file of that name. */
function keyOf(written: string): string {
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
