import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readConfig } from "../src/config.ts";
import { DatelineError } from "../src/errors.ts";
import { visible } from "../src/import/quoted.ts";
import { logOrigin } from "../src/log/log-origin.ts";
import { makeKey } from "../src/log/signed-note.ts";

const USAGE = `Usage: npm run log-key -- FILE [--name NAME]

Makes a key with which the site signs the checkpoints of its log, and writes it to FILE, which must not exist yet and which
nobody else can read. Keep it apart from the archive, and set DATELINE_LOG_KEY to FILE. Prints the key that checks the
signatures: publish it.

  --name NAME   what the log is called for ever, as statements.example.org/log; without it,
                the address in DATELINE_SITE_URL and /log
  --help        print this

Exit status: 0 all well, 1 failed, 2 wrong usage.
`;

try {
  const { values, positionals } = read(process.argv.slice(2));
  process.stdout.write(values.help ? USAGE : made(positionals, values.name ?? nameOfSite()));
} catch (error) {
  if (!(error instanceof DatelineError)) throw error;
  process.stderr.write(
    `${visible(error.message)}\nnpm run log-key -- --help says how it is used.\n`,
  );
  process.exitCode = error.code === "usage" ? 2 : 1;
}

function read(args: string[]) {
  try {
    const options = { name: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new DatelineError("usage", (error as Error).message.split(". ", 1)[0] as string);
  }
}

function nameOfSite(): string {
  const { siteUrl } = readConfig();
  if (siteUrl !== null) return logOrigin(siteUrl, null, false);
  throw new DatelineError("usage", "Expected --name, or the site's address in DATELINE_SITE_URL.");
}

function made([file, ...more]: string[], name: string): string {
  if (file === undefined || more.length > 0) {
    throw new DatelineError("usage", "Expected the name of one file.");
  }
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
  return `${verifierKey}\n`;
}
