import { DATA_FORMATS, type DataFormat } from "../data-formats.ts";
import { DEVELOPERS, OPENAPI, STATEMENTS } from "../permalinks.ts";
import type { ArchiveSummary } from "../store/store.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import type { Site } from "./site.ts";

/** An address to try, and what it gives. */
export interface Example {
  address: string;
  words: string;
}

export interface DevelopersPage {
  layout: Layout;
  openApi: string;
  /** Every ending with its media type. */
  formats: { ending: string; type: string }[];
  /** Addresses that begin with the site's own. */
  examples: Example[];
}

/** `formats` are those of lists. */
export function developersPage(
  site: Site,
  summary: ArchiveSummary,
  formats: readonly DataFormat[],
): DevelopersPage {
  const year = summary.last?.slice(0, 4) ?? "2023";
  return {
    layout: layoutOf(site, summary, {
      title: "For developers",
      description: `How programs read ${site.title}: addresses, formats, limits and errors.`,
      path: DEVELOPERS,
      current: null,
      skipTo: "text",
    }),
    openApi: OPENAPI,
    formats: formats.map((format) => ({ ending: `.${format}`, type: DATA_FORMATS[format].type })),
    examples: [
      { address: `${STATEMENTS}.json`, words: "the newest fifty, and where the next page is" },
      { address: `/${year}.csv`, words: "every statement of a year, as a table" },
      { address: `${STATEMENTS}.json?from=${year}-01&limit=1000`, words: "a thousand a page" },
      { address: `${STATEMENTS}.json?limit=all`, words: "all of them, in one answer" },
    ].map(({ address, words }) => ({ address: site.url + address, words })),
  };
}
