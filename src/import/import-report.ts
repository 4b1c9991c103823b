import type { IsoDate } from "../statements/iso-date.ts";

/** What became of a file. */
export type Outcome =
  | "added"
  | "revised"
  | "moved"
  | "unchanged"
  | "duplicate"
  | "refused"
  | "skipped";

/** All outcomes in the order of the report. */
export const OUTCOMES: readonly Outcome[] = [
  "added",
  "revised",
  "moved",
  "unchanged",
  "duplicate",
  "refused",
  "skipped",
];

/** Where a file lies: `source` names its import folder, and is there only where several are imported at once. */
export interface FileName {
  source?: string;
  /** The path under the import folder; bytes that are not UTF-8 as `\xNN`. */
  file: string;
}

export interface ReportEntry extends FileName {
  outcome: Outcome;
  /** Of the statement that the file holds; `null` where it holds none. */
  id: string | null;
  permalink: string | null;
  date: IsoDate | null;
  /** Why, in one line; `null` where nothing needs to be said. */
  reason: string | null;
}

export interface MissingFile extends FileName {
  id: string;
  permalink: string;
}

export interface ImportWarning extends FileName {
  message: string;
}

/** What one run did, or would have done. The seven counts add up to `files`. */
export interface ImportReport extends Record<Outcome, number> {
  files: number;
  /** In the order of the entries. */
  warnings: ImportWarning[];
  /** Known files that are no longer in their folder, and whose statement no other file took over. */
  missing: MissingFile[];
  /** One for each file, folder by folder, in natural order. */
  entries: ReportEntry[];
}

/** The report for these entries, in the order in which its parts are printed. */
export function reportOf(
  entries: ReportEntry[],
  warnings: ImportWarning[],
  missing: MissingFile[],
): ImportReport {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    Outcome,
    number
  >;
  for (const { outcome } of entries) counts[outcome]++;
  return { files: entries.length, ...counts, warnings, missing, entries };
}
