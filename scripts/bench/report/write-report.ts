import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT } from "../../../src/project-root.ts";
import { PARTS, type Part } from "../arguments.ts";
import { isReached, type Result } from "../figures.ts";
import { withSection } from "./document.ts";
import { machineWords, versionWords } from "./machine.ts";
import { resultTable } from "./table.ts";
import { TRIED } from "./tried.ts";

const FILE = path.join(PROJECT_ROOT, "docs", "benchmarks.md");

export interface Measured {
  part: Part;
  results: Result[];
  /** What was left out, and what else the reader must know. */
  notes: string[];
  statements: number;
}

/** Puts what was measured into `docs/benchmarks.md`. A part of which nothing was measured leaves what is there. */
export function writeReport(measured: Measured): void {
  const { part, results, statements } = measured;
  if (results.length === 0) return;
  const text = sectionText(measured);
  writeFileSync(FILE, withSection(present(), { size: statements, part, order: PARTS, text }));
}

function sectionText({ results, notes, statements }: Measured): string {
  const missed = new Set(results.filter((result) => !isReached(result, statements)));
  const tried = new Set([...missed].flatMap(({ figure }) => TRIED[figure] ?? []));
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} with \`${commandLine()}\`, on ${machineWords()}.`,
    `${versionWords()}.\n`,
    `${resultTable(results, statements)}\n`,
    ...notes.map((note) => `- ${note}`),
    ...[...tried].map((words) => `- Not reached: ${words}`),
  ].join("\n");
}

function commandLine(): string {
  const parameters = process.argv.slice(2).join(" ");
  return parameters === "" ? "npm run bench" : `npm run bench -- ${parameters}`;
}

function present(): string {
  try {
    return readFileSync(FILE, "utf8");
  } catch {
    return "";
  }
}
