import { readId } from "../src/publishing/read-id.ts";
import { readReason } from "../src/publishing/read-reason.ts";
import { restoreStatement } from "../src/publishing/restore-statement.ts";
import { runCommand } from "./publishing-command.ts";

const USAGE = `Usage: npm run reinstate -- ID [FILE] [--reason "…"]

Brings the withdrawn statement with that ID or address back, to its old addresses. Where its words are gone from the
archive, FILE (a statement file, .txt or .md) must hold them; other words become a new revision, and need a reason.

  --reason "…"   why, for readers: one line
  --dry-run      report, and change nothing
  --json         print the report as JSON
  --help         print this

Exit status: 0 all well, 1 failed, 2 wrong usage.
`;

await runCommand({
  name: "reinstate",
  usage: USAGE,
  values: ["reason"],
  words: "ID [FILE]",
  run: ({ words: [id = "", file = null], optional }, { store, config, options }) => {
    const typed = optional("reason");
    const reason = typed === null ? null : readReason("--reason", typed);
    return restoreStatement(store, { id: readId(id), file, reason }, { ...config, ...options });
  },
  lines: ({ id, permalink, revision }) => [`Restored ${id}: revision ${revision} at ${permalink}`],
});
