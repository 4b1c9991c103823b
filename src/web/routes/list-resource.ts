import { jsonText } from "../../formats/json-text.ts";
import { listJson } from "../../formats/list-json.ts";
import { listText } from "../../formats/list-text.ts";
import type { Period } from "../../statements/period.ts";
import type { CountedPage, PeriodCount } from "../../store/store.ts";
import type { Asked, Resource, View } from "../resource.ts";

/** Statements on one page of a list. */
export const PAGE_SIZE = 50;

export interface ListResource {
  found: CountedPage;
  /** The days meant. */
  period: Period;
  /** The address of the page that goes on behind a place, or of the first page. */
  pageAddress: (after: string | null) => string;
  /** Of a year, month or day. */
  days?: PeriodCount[];
  html: () => View | Promise<View>;
}

/** A list in each of its forms. */
export function listResource({ site, summary }: Asked, list: ListResource): Resource {
  const { found, period, pageAddress, days, html } = list;
  return {
    changedAt: summary.changedAt,
    html,
    data: {
      json: () => jsonText(listJson(found, period, pageAddress, days)),
      txt: () => listText(found, site.url, pageAddress),
    },
  };
}
