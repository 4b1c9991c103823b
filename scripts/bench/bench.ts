// `npm run bench`: measures Dateline beside its peers, and writes docs/benchmarks.md. Asserts nothing.
import { tmpdir } from "node:os";
import path from "node:path";
import { onCommandLine } from "../command-line/on-command-line.ts";
import { BENCH, type BenchArguments, benchArguments, type Part } from "./arguments.ts";
import { bringCorpus } from "./corpus/corpus.ts";
import type { Result } from "./figures.ts";
import { importArchive } from "./import-archive.ts";
import { measureHttp } from "./parts/http.ts";
import { measureImport } from "./parts/import.ts";
import { measurePostgres } from "./parts/postgres.ts";
import { measureSearch } from "./parts/search.ts";
import { measureStart } from "./parts/start.ts";
import { missingPeers } from "./peers/missing-peers.ts";
import { printedResults } from "./report/print-results.ts";
import { writeReport } from "./report/write-report.ts";
import { temporaryFolder, tidyAtEnd } from "./tidy.ts";
import type { Trial } from "./trial.ts";

const MEASURE: Record<Part, (trial: Trial) => Promise<Result[]>> = {
  import: measureImport,
  http: measureHttp,
  search: measureSearch,
  start: measureStart,
  postgres: measurePostgres,
};

await onCommandLine(BENCH, async (typed) => {
  const asked = benchArguments(typed);
  tidyAtEnd();
  await bench(asked);
  process.exit();
});

async function bench(asked: BenchArguments): Promise<void> {
  const { statements, parts, rounds, archive, keep } = asked;
  const folder = temporaryFolder();
  const place = keep ? path.join(tmpdir(), "dateline-bench-kept") : folder;
  const notes = missingPeers();
  for (const note of notes) say(note);
  say(`making ${statements} statements in ${place}`);
  const corpus = bringCorpus(place, statements);
  const small = statements > 10_000 ? bringCorpus(place, 10_000) : corpus;
  const made = { archive: "", smallArchive: "" };
  const trial: Trial = { corpus, small, folder, place, rounds, ...made, notes, say };
  if (!parts.includes("import")) await importBoth(trial, archive);
  for (const part of parts) {
    say(`measuring ${part}`);
    const first = notes.length;
    const results = await MEASURE[part](trial);
    process.stdout.write(printedResults(results, notes.slice(first), statements));
    writeReport({ part, results, notes: notes.slice(first), statements });
  }
}

/** What the import's own measurement leaves behind otherwise. `archive`: one that is there already. */
async function importBoth(trial: Trial, archive: string | null): Promise<void> {
  const { corpus, small, place } = trial;
  say("importing");
  trial.archive = archive ?? (await importArchive(corpus, place)).archive;
  trial.smallArchive =
    small === corpus ? trial.archive : (await importArchive(small, place)).archive;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
