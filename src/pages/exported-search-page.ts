import { HOME, STATEMENTS } from "../permalinks.ts";
import type { ArchiveSummary } from "../store/store.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import type { Site } from "./site.ts";

/** The page of an export on which a script shows what it found. */
export interface ExportedSearchPage {
  layout: Layout;
  /** Where to go without JavaScript. */
  statements: string;
  home: string;
}

export function exportedSearchPage(site: Site, summary: ArchiveSummary): ExportedSearchPage {
  return {
    layout: layoutOf(site, summary, {
      title: "Search",
      description: `Search in ${site.title}.`,
      path: null,
      current: null,
      skipTo: "results",
      robots: "noindex",
    }),
    statements: STATEMENTS,
    home: HOME,
  };
}
