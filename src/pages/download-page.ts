import { DOWNLOAD, downloadPath } from "../permalinks.ts";
import type { Instant } from "../statements/statement.ts";
import type { ArchiveSummary } from "../store/store.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import { longInstant } from "./long-instant.ts";
import type { Site } from "./site.ts";
import { counted, figure } from "./wording.ts";

export type DownloadName = "archive.jsonl" | "archive.sqlite" | "log.jsonl";

/** What there is to download. */
export interface DownloadRequest {
  summary: ArchiveSummary;
  /** The files, and the state that they show; `null` where there are none yet. */
  whole: {
    generation: number;
    changedAt: Instant | null;
    total: number;
    files: { name: DownloadName; bytes: number; sha256: string }[];
  } | null;
  /** How far the present state's are; `null` where they are not being made. */
  making: { written: number; total: number } | null;
  /** Why the present state's do not come, in a sentence; `null` where nothing is wrong. */
  refused: string | null;
}

export interface DownloadPage {
  layout: Layout;
  files: { title: string; name: string; href: string; size: string; sha256: string; sum: string }[];
  /** What the files show: `36 statements`. */
  holds: string;
  /** The state that they show; `null` of an archive that nothing was imported into. */
  shown: { instant: Instant; words: string } | null;
  generation: string;
  /** What is or is not going on, in sentences; empty where the files are those of the present state. */
  notices: string[];
}

const TITLES: Record<DownloadName, string> = {
  "archive.jsonl": "JSON Lines, one statement a line",
  "archive.sqlite": "SQLite, a database of plain tables",
  "log.jsonl": "The log, one entry a line",
};

export function downloadPage(site: Site, request: DownloadRequest): DownloadPage {
  const { summary, whole } = request;
  const changedAt = whole?.changedAt ?? null;
  return {
    layout: layoutOf(site, summary, {
      title: "Download the archive",
      description: `All of ${site.title} as one file, in JSON Lines or as an SQLite database.`,
      path: DOWNLOAD,
      current: null,
      skipTo: "files",
    }),
    files: (whole?.files ?? []).map(({ name, bytes, sha256 }) => ({
      title: TITLES[name],
      name,
      href: downloadPath(name),
      size: sizeWords(bytes),
      sha256,
      sum: downloadPath(`${name}.sha256`),
    })),
    holds: counted(whole?.total ?? 0, "statement"),
    shown: changedAt === null ? null : { instant: changedAt, words: longInstant(changedAt) },
    generation: figure(whole?.generation ?? 0),
    notices: noticesOf(request),
  };
}

function noticesOf({ whole, making, refused }: DownloadRequest): string[] {
  const notices: string[] = [];
  if (whole && (making || refused)) {
    notices.push("The archive has changed since these files were made.");
  }
  if (making) {
    const { written, total } = making;
    notices.push(
      `${whole ? "Those of its present state" : "The files"} are being made: ${figure(Math.min(written, total))} of ${counted(total, "statement")} are written. Please come back in a moment.`,
    );
  }
  if (refused) notices.push(`${whole ? "No later ones are" : "Nothing is"} offered. ${refused}`);
  return notices;
}

/** `1,234,567 bytes (1.2 MB)`. */
function sizeWords(bytes: number): string {
  const exact = counted(bytes, "byte");
  if (bytes < 1_000_000) return exact;
  const [size, unit] = bytes < 1e9 ? [bytes / 1e6, "MB"] : [bytes / 1e9, "GB"];
  return `${exact} (${size.toFixed(1)} ${unit})`;
}
