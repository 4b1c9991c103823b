import type { RunRecord } from "../src/store/store.ts";
import { runCommand } from "./publishing-command.ts";

const USAGE = `Usage: npm run runs

Lists the runs that changed statements, the last first: imports, and what the publisher did.

  --json   print the list as JSON
  --help   print this

Exit status: 0 all well, 1 failed, 2 wrong usage.
`;

const COUNTS = ["added", "revised", "withdrawn", "restored"] as const;

await runCommand({
  name: "runs",
  usage: USAGE,
  words: "",
  run: async (_, { store }) => ({ runs: await store.runs() }),
  lines: ({ runs }) => (runs.length === 0 ? ["No run has changed anything yet."] : runs.map(line)),
});

/** `3  2026-05-22T10:00:00Z  import  2 added, 1 revised  /letters` */
function line(run: RunRecord): string {
  const counts = COUNTS.filter((name) => run[name] > 0).map((name) => `${run[name]} ${name}`);
  const undone = run.undoneBy === null ? [] : [`undone by run ${run.undoneBy}`];
  const why = [run.folder, run.reason].filter((text) => text !== null);
  const did = [...counts, ...undone].join(", ") || "nothing more";
  return [String(run.number).padStart(4), run.at, run.act.padEnd(11), did, ...why].join("  ");
}
