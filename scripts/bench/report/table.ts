import { FIGURES, isReached, type Result } from "../figures.ts";

const DIGITS = { times: 2, ms: 2, MB: 0, bytes: 2 } as const;

/** Rows of cells as a Markdown table; `|` within a cell stays a character. */
export function markdownTable(head: string[], rows: string[][]): string {
  const line = (cells: string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** What was measured, beside what was to reach. */
export function resultTable(results: Result[], statements: number): string {
  const rows = results.map((result) => {
    const { words, unit, bound, target } = FIGURES[result.figure];
    const goal = `at ${bound} ${target(statements)} ${unit}`;
    const of = result.of === "" ? "" : `: ${result.of}`;
    const value = `${result.value.toFixed(DIGITS[unit])} ${unit}`;
    return [
      words + of,
      value,
      goal,
      isReached(result, statements) ? "yes" : "**no**",
      result.behind,
    ];
  });
  return markdownTable(["figure", "measured", "to reach", "reached", "behind it"], rows);
}
