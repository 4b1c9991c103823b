import { ABOUT } from "../permalinks.ts";
import type { NameKind } from "../statements/statement-filter.ts";
import type { ArchiveSummary, NameCount } from "../store/store.ts";
import { type Layout, layoutOf } from "./layout-model.ts";
import type { Site } from "./site.ts";

export interface AboutRequest {
  summary: ArchiveSummary;
  names: Record<NameKind, NameCount[]>;
}

export interface AboutPage {
  layout: Layout;
}

export function aboutPage(site: Site, request: AboutRequest): AboutPage {
  return {
    layout: layoutOf(site, request.summary, {
      title: "About this archive",
      description: "",
      path: ABOUT,
      current: "about",
      skipTo: "text",
    }),
  };
}
