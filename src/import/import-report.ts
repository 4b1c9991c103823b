import type { IsoDate } from "../statements/iso-date.ts";
import { PackedEntries } from "./packed-entries.ts";

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
  /** One for each file, folder by folder, in natural order; may be gone through more than once. */
  entries: Iterable<ReportEntry>;
}

/** A report that is being made. */
export interface ReportDraft extends ImportReport {
  entries: PackedEntries;
}

export function emptyReport(): ReportDraft {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    Outcome,
    number
  >;
  return { files: 0, ...counts, warnings: [], missing: [], entries: new PackedEntries() };
}

export function addEntry(report: ReportDraft, entry: ReportEntry): void {
  report.files++;
  report[entry.outcome]++;
  report.entries.add(entry);
}
