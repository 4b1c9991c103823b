import {
  type FileName,
  type ImportReport,
  OUTCOMES,
  type Outcome,
  type ReportEntry,
} from "../src/import/import-report.ts";
import { visible } from "../src/import/quoted.ts";

const MEANINGS = {
  added: "new statements",
  revised: "new words, title or date of known statements",
  moved: "known statements under another file name",
  unchanged: "as before",
  duplicate: "further names of the same words",
  refused: "statement files that could not be taken",
  skipped: "not statement files",
};
/** How many files are listed under each head. */
const LISTED = 20;

/** The report for a person: counts, and under them what needs attention. Names are escaped for the terminal. */
export function importTable(report: ImportReport, dryRun: boolean): string {
  const { entries, warnings, missing } = report;
  const reasoned = (outcome: "refused" | "skipped") =>
    report[outcome] === 0 ? [] : reasonsOf(entries, outcome);
  const parts = [
    [...countLines(report), ...(dryRun ? ["Dry run: nothing was written."] : [])],
    list("Refused", reasoned("refused")),
    list(
      "Warnings",
      warnings.map((warning) => `${nameOf(warning)}: ${visible(warning.message)}`),
    ),
    list(
      "Missing",
      missing.map((file) => `${nameOf(file)}: its statement stays at ${file.permalink}`),
    ),
    list("Skipped", reasoned("skipped")),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function reasonsOf(entries: Iterable<ReportEntry>, wanted: Outcome): string[] {
  const lines: string[] = [];
  for (const entry of entries) {
    if (entry.outcome === wanted) lines.push(`${nameOf(entry)}: ${visible(entry.reason ?? "")}`);
  }
  return lines;
}

function countLines(report: ImportReport): string[] {
  const counts = OUTCOMES.map((name) => [name, report[name], MEANINGS[name]] as const);
  const lines = [...counts, ["files", report.files, "in all"] as const];
  const width = Math.max(...lines.map(([, count]) => grouped(count).length));
  return lines.map(
    ([name, count, meaning]) => `${name.padEnd(9)}  ${grouped(count).padStart(width)}  ${meaning}`,
  );
}

function list(head: string, lines: string[]): string[] {
  if (lines.length === 0) return [];
  const listed = lines.slice(0, LISTED).map((line) => `  ${line}`);
  const rest = lines.length - listed.length;
  const more = rest > 0 ? [`  and ${grouped(rest)} more; --json lists all`] : [];
  return [`${head} (${grouped(lines.length)})`, ...listed, ...more];
}

function nameOf({ source, file }: FileName): string {
  return visible(source === undefined ? file : `${source}: ${file}`);
}

function grouped(value: number): string {
  return value.toLocaleString("en");
}
