import { readId } from "../src/publishing/read-id.ts";
import { readReason } from "../src/publishing/read-reason.ts";
import { withdrawStatement } from "../src/publishing/withdraw-statement.ts";
import { runCommand } from "./publishing-command.ts";

const USAGE = `Usage: npm run withdraw -- ID --reason "…" [--keep-text]

Withdraws the statement with that ID or address. Its words and the bytes of its files are gone from the archive,
and its addresses answer 410 with the reason. With --keep-text the page stays readable, marked with the reason.
Later imports of the same files leave it withdrawn; npm run reinstate brings it back.

  --reason "…"   why, for readers: one line
  --keep-text    the words stay readable
  --dry-run      report, and change nothing
  --json         print the report as JSON
  --help         print this

Exit status: 0 all well, 1 failed, 2 wrong usage.
`;

const TEXT = {
  gone: "its words are gone from the archive, and readers are told so at",
  kept: "its words stay readable, with the reason, at",
};

await runCommand({
  name: "withdraw",
  usage: USAGE,
  values: ["reason"],
  flags: ["keep-text"],
  words: "ID",
  run: ({ words: [id = ""], required, flag }, { store, options }) => {
    const reason = readReason("--reason", required("reason"));
    const request = { id: readId(id), reason, keepText: flag("keep-text") };
    return withdrawStatement(store, request, options);
  },
  lines: ({ id, permalink, text, reason }) => [
    `Withdrew ${id}: ${TEXT[text]} ${permalink}`,
    `Readers see the reason: ${reason}`,
  ],
});
