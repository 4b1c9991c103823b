import { readConfig } from "../src/config.ts";
import { visible } from "../src/import/quoted.ts";
import type { Checkpoint } from "../src/log/checkpoint.ts";
import { readLogSigner } from "../src/log-signer.ts";
import type { Finding } from "../src/verify/finding.ts";
import { type Verified, verifyArchive } from "../src/verify/verify-archive.ts";
import type { Typed } from "./command-line/command-line.ts";
import { type ExitStatus, onCommandLine } from "./command-line/on-command-line.ts";
import { earlierCheckpoint, writtenKey } from "./verify/earlier-checkpoint.ts";

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

await onCommandLine(
  { name: "verify", usage: USAGE, words: "", values: ["checkpoint", "key"], flags: ["json"] },
  verify,
);

async function verify({ optional, flag }: Typed): Promise<ExitStatus> {
  const { database, logKey } = readConfig();
  const key = optional("key");
  const verifierKey = key === null ? (readLogSigner(logKey)?.verifierKey ?? null) : writtenKey(key);
  const file = optional("checkpoint");
  const earlier = file === null ? null : earlierCheckpoint(file, verifierKey);
  const json = flag("json");
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
  const report = { ...counts, earlier: earlier?.size ?? null, findings };
  process.stdout.write(
    json ? `${JSON.stringify(report)}\n` : summary(verified, earlier, verifierKey !== null),
  );
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
