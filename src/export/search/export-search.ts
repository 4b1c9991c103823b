import { readFileSync } from "node:fs";
import path from "node:path";
import { exportedSearchPage } from "../../pages/exported-search-page.ts";
import type { Site } from "../../pages/site.ts";
import { PROJECT_ROOT } from "../../project-root.ts";
import type { ArchiveSummary } from "../../store/store.ts";
import { loadViews } from "../../web/load-views.ts";
import type { ExportFolder } from "../export-folder.ts";
import { SEARCH_PAGE } from "../rewrite-page.ts";
import type { SiteExport } from "../site-export.ts";
import type { ExportIndex } from "./export-index.ts";

/** Larger archives are exported without search: their index would be slow to load, and its making takes memory. */
export const MOST_SEARCHED = 20_000;

/** Writes the page that searches the export, its script and its index. */
export async function addSearch(
  writer: SiteExport,
  folder: ExportFolder,
  index: ExportIndex,
  { site, summary }: { site: Site; summary: ArchiveSummary },
): Promise<void> {
  const renderPage = loadViews(path.join(PROJECT_ROOT, "views"));
  const page = renderPage("exported-search", exportedSearchPage(site, summary));
  await writer.addPage(SEARCH_PAGE, page);
  const script = readFileSync(path.join(PROJECT_ROOT, "public", "exported", "search.js"));
  await folder.put("search/search.js", script);
  for (const { file, text } of index.files()) await folder.put(file, text);
}
