import type { Result } from "../figures.ts";
import { resultTable } from "./table.ts";

/** For the terminal. */
export function printedResults(results: Result[], notes: string[], statements: number): string {
  const said = notes.map((note) => `- ${note}\n`).join("");
  return `${results.length > 0 ? `${resultTable(results, statements)}\n` : ""}${said}\n`;
}
