import { correctStatement } from "../src/publishing/correct-statement.ts";
import { readId } from "../src/publishing/read-id.ts";
import { readReason } from "../src/publishing/read-reason.ts";
import { runCommand } from "./publishing-command.ts";

const USAGE = `Usage: npm run correct -- ID FILE --note "…"

Makes the words of FILE (a statement file, .txt or .md) a new revision of the statement with that ID or
address. The note says what was corrected; readers see it. Later imports of the earlier words leave the correction.

  --note "…"   what was corrected: one line
  --dry-run    report, and change nothing
  --json       print the report as JSON
  --help       print this

Exit status: 0 all well, 1 failed, 2 wrong usage.
`;

await runCommand({
  name: "correct",
  usage: USAGE,
  values: ["note"],
  words: "ID FILE",
  run: ({ words: [id = "", file = ""], required }, { store, config, options }) => {
    const note = readReason("--note", required("note"));
    return correctStatement(store, { id: readId(id), file, note }, { ...config, ...options });
  },
  lines: ({ id, permalink, revision, note }) => [
    `Corrected ${id}: revision ${revision} at ${permalink}`,
    `Readers see the note: ${note}`,
  ],
});
