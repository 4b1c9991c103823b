import { writeFileSync } from "node:fs";
import { readConfig } from "../src/config.ts";
import { DatelineError } from "../src/errors.ts";
import { logOrigin } from "../src/log/log-origin.ts";
import { makeKey } from "../src/log/signed-note.ts";
import { onCommandLine } from "./command-line/on-command-line.ts";

const USAGE = `Usage: npm run log-key -- FILE [--name NAME]

Makes a key with which the site signs the checkpoints of its log, and writes it to FILE, which must not exist yet and which
nobody else can read. Keep it apart from the archive, and set DATELINE_LOG_KEY to FILE. Prints the key that checks the
signatures: publish it.

  --name NAME   what the log is called for ever, as statements.example.org/log; without it,
                the address in DATELINE_SITE_URL and /log
  --help        print this

Exit status: 0 all well, 1 failed, 2 wrong usage.
`;

await onCommandLine(
  { name: "log-key", usage: USAGE, words: "FILE", values: ["name"] },
  ({ words: [file = ""], optional }) => {
    process.stdout.write(`${made(file, optional("name") ?? nameOfSite())}\n`);
    return 0;
  },
);

function nameOfSite(): string {
  const { siteUrl } = readConfig();
  if (siteUrl !== null) return logOrigin(siteUrl, null, false);
  throw new DatelineError("usage", "Expected --name, or the site's address in DATELINE_SITE_URL.");
}

/** Gives back the key that checks. */
function made(file: string, name: string): string {
  if (!/^[^\s+\p{Cc}]{1,200}$/u.test(name)) {
    const expected = "Expected a name of at most 200 characters without white space and +";
    throw new DatelineError("usage", `${expected}, but it is ${JSON.stringify(name)}.`);
  }
  const { signerKey, verifierKey } = makeKey(name);
  try {
    writeFileSync(file, `${signerKey}\n`, { flag: "wx", mode: 0o600, flush: true });
  } catch (error) {
    throw new DatelineError("unavailable", `The key was not written: ${(error as Error).message}.`);
  }
  return verifierKey;
}
