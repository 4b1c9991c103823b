import { FAULT_KINDS, KINDS } from "./fault.ts";
import type { Outcome, ProblemKind } from "./outcome.ts";
import type { Case } from "./plan.ts";

/** A case that was tried. */
export interface Tried {
  one: Case;
  outcome: Outcome;
}

const PROBLEMS: ProblemKind[] = ["corrupt", "lost", "misserved", "incomplete", "unclear"];
const ENDS = ["killed", "failed", "done"] as const;
const LEFT = ["before", "between", "after"] as const;

/** How many cases of each kind ended how, what they left, and how many went wrong. */
export function outcomeTable(tried: Tried[]): string {
  const head = ["", "cases", ...ENDS, ...LEFT.map((left) => `left ${left}`), ...PROBLEMS];
  const rows = FAULT_KINDS.map((kind) =>
    row(
      KINDS[kind].name,
      tried.filter(({ one }) => one.kind === kind),
    ),
  );
  const acts = [...new Set(tried.map(({ one }) => one.act))].sort();
  const byAct = acts.map((act) =>
    row(
      act,
      tried.filter(({ one }) => one.act === act),
    ),
  );
  return aligned([head, ...rows, [], ...byAct, [], row("in all", tried)]);
}

function row(name: string, tried: Tried[]): string[] {
  const count = (test: (outcome: Outcome) => boolean) =>
    String(tried.filter(({ outcome }) => test(outcome)).length);
  return [
    name,
    String(tried.length),
    ...ENDS.map((end) => count(({ ended }) => ended === end)),
    ...LEFT.map((state) => count(({ left }) => left === state)),
    ...PROBLEMS.map((kind) => count(({ problems }) => problems.some((one) => one.kind === kind))),
  ];
}

function aligned(rows: string[][]): string {
  const widths = (rows[0] as string[]).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells.map((cell, column) => pad(cell, widths[column] as number, column)).join("  ");
  return `${rows.map(line).join("\n")}\n`;
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
