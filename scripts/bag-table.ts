import type { BagReport } from "../src/bags/import-bag.ts";
import { visible } from "../src/import/quoted.ts";

/** The report for a person. */
export function bagTable(report: BagReport, dryRun: boolean): string {
  const { bag, statements, added, unchanged, revisions, files, gone } = report;
  const lines = [
    `The bag ${visible(bag)} is whole: every sum in it is right`,
    `added      ${added}  statements, with ${revisions} revisions and ${files} source files`,
    `unchanged  ${unchanged}  are there already, with every revision`,
    `statements ${statements}  in all, ${gone} of them taken away`,
    ...(dryRun ? ["Dry run: nothing was written."] : []),
  ];
  return `${lines.join("\n")}\n`;
}
