import { type ImportReport, OUTCOMES, type ReportEntry } from "../src/import/import-report.ts";
import { visible } from "../src/import/quoted.ts";

/** What whoever watches was told already, so that each thing is told once. */
export class Told {
  readonly #write: (line: string) => void;
  readonly #lines = new Map<string, Set<string>>();
  #standing: string | null = null;

  /** `write` is given messages, a line each. */
  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  /** The lines that hold now of that subject: those that did not hold before are written. */
  tell(subject: string, lines: string[]): void {
    const before = this.#lines.get(subject);
    for (const line of lines) if (!before?.has(line)) this.#write(line);
    this.#lines.set(subject, new Set(lines));
  }

  /** Whether the report says what the one before did not: it is the first, changed the archive, or other files are missing or refused. */
  isNews(report: ImportReport): boolean {
    const { added, revised, moved, missing } = report;
    const names = [...missing, ...refusedIn(report)].map(
      ({ source = "", file }) => `${source}\0${file}`,
    );
    const standing = names.join("\n");
    const isNews = added + revised + moved > 0 || standing !== this.#standing;
    this.#standing = standing;
    return isNews;
  }
}

/** `2026-11-26T11:50:03Z 2 added, 1 missing, of 40 files`, or `… nothing changed, of 40 files`. */
export function changeLine(report: ImportReport, at: string): string {
  const counts = OUTCOMES.filter((outcome) => !["unchanged", "skipped"].includes(outcome)).map(
    (outcome) => [outcome, report[outcome]] as const,
  );
  const told = [...counts, ["missing", report.missing.length] as const]
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome}`);
  const what = told.length === 0 ? "nothing changed" : told.join(", ");
  return `${at} ${what}, of ${report.files} ${report.files === 1 ? "file" : "files"}\n`;
}

/** The report on one line, with the instant; of files that are as before it has the count, and no entry. */
export function reportLine(report: ImportReport, at: string): string {
  const entries = [...report.entries].filter(({ outcome }) => outcome !== "unchanged");
  return `${JSON.stringify({ at, ...report, entries })}\n`;
}

/** A line for each file that was refused, with the reason. */
export function refusedLines(report: ImportReport): string[] {
  return refusedIn(report).map(({ source, file, reason }) => {
    const name = source === undefined ? file : `${source}: ${file}`;
    return `Refused ${visible(name)}: ${visible(reason ?? "")}`;
  });
}

function refusedIn({ refused, entries }: ImportReport): ReportEntry[] {
  return refused === 0 ? [] : [...entries].filter(({ outcome }) => outcome === "refused");
}
