import { DatelineError } from "../src/errors.ts";
import { quoted } from "../src/import/quoted.ts";
import { readReason } from "../src/publishing/read-reason.ts";
import { type UndoneStatement, undoRun } from "../src/publishing/undo-run.ts";
import { runCommand } from "./publishing-command.ts";

const USAGE = `Usage: npm run undo -- RUN --reason "…"

Takes back what an import did (npm run runs lists them): statements that it added are withdrawn with that reason, and
those that it revised say again what they said before, as a new revision. What has been changed since stays as
it is, and is listed. Later imports of the same files leave it so; npm run reinstate brings a statement back.

  --reason "…"   why, for readers: one line
  --dry-run      report, and change nothing
  --json         print the report as JSON
  --help         print this

Exit status: 0 all well, 1 failed, 2 wrong usage.
`;

/** How many statements are listed under each head. */
const LISTED = 20;

await runCommand({
  name: "undo",
  usage: USAGE,
  values: ["reason"],
  words: "RUN",
  run: ({ words: [run = ""], required }, { store, options }) => {
    const reason = readReason("--reason", required("reason"));
    return undoRun(store, { run: readRun(run), reason }, options);
  },
  lines: ({ run, withdrawn, reverted, left }) => [
    `Undid run ${run}.`,
    ...list("Withdrawn", withdrawn),
    ...list("As before that run", reverted),
    ...list("Changed since, and left as they are", left),
  ],
});

function readRun(typed: string): number {
  if (/^[1-9]\d{0,14}$/.test(typed)) return Number(typed);
  throw new DatelineError("usage", `Expected the number of a run, but ${quoted(typed)} came.`);
}

function list(head: string, statements: UndoneStatement[]): string[] {
  const listed = statements.slice(0, LISTED).map(({ permalink }) => `  ${permalink}`);
  const rest = statements.length - listed.length;
  const more = rest > 0 ? [`  and ${rest} more; --json lists all`] : [];
  return [`${head}: ${statements.length}`, ...listed, ...more];
}
