import { jsonText } from "../../formats/json-text.ts";
import { BYTE_ORDER_MARK, csvHeader, csvRecords } from "../../formats/list-csv.ts";
import { listJson, wholeListJson } from "../../formats/list-json.ts";
import { listText, wholeListText } from "../../formats/list-text.ts";
import type { WholeList } from "../../formats/whole-list.ts";
import { dataPath } from "../../permalinks.ts";
import type { CountedPage, ListRequest, PeriodCount } from "../../store/store.ts";
import type { Format } from "../address-ending.ts";
import type { WebLink } from "../link-header.ts";
import { type Limit, readByteOrderMark } from "../read-limit.ts";
import type { Asked, Body, Resource, View } from "../resource.ts";
import { CITATION_FORMATS, listCitations, MOST_CITED } from "./citation-files.ts";
import { listFeeds } from "./feeds/list-feeds.ts";
import { type ListReader, listBody, listed, withTexts } from "./whole-list.ts";

/** Statements on one page of a list. */
export const PAGE_SIZE = 50;

export interface ListResource {
  /** What is listed, from where the address goes on; its filter has the days meant. */
  request: Omit<ListRequest, "limit">;
  limit: Limit;
  /** How many statements the whole list holds. */
  total: number;
  /** Finds the page of the list; a page that shows less of it need not ask. */
  find: () => Promise<CountedPage>;
  /** The address of the page that goes on behind a place, or of the first page. */
  pageAddress: (after: string | null) => string;
  /** Of a year, month or day. */
  days?: PeriodCount[];
  html: () => View | Promise<View>;
}

/** A list in each of its forms. */
export function listResource(asked: Asked, list: ListResource): Resource {
  const { site, summary } = asked;
  const { total, request, limit, pageAddress, days, html } = list;
  let found: Promise<CountedPage> | undefined;
  const find = () => {
    found ??= list.find();
    return found;
  };
  const { filter: period } = request;
  const whole = limit === "all";
  return {
    changedAt: summary.changedAt,
    html,
    data: {
      json: async () =>
        whole
          ? wholeBody(asked, list, (all) => wholeListJson(all, period))
          : jsonText(listJson(await find(), period, pageAddress, days)),
      txt: async () =>
        whole
          ? wholeBody(asked, list, (all) => wholeListText(all, site.url))
          : listText(await find(), site.url, pageAddress),
      csv: () => table(asked, list),
      ...listFeeds(asked, request, pageAddress(null)),
      ...listCitations(asked, list),
    },
    unlinked: total > MOST_CITED ? CITATION_FORMATS : [],
    links: (format) => linksBeside(asked, { ...list, find }, format),
  };
}

/** The pages beside this one, for data that is not whole. */
async function linksBeside(
  { site }: Asked,
  { find, limit, pageAddress }: ListResource,
  format: Format,
): Promise<WebLink[]> {
  const paged = format === "json" || format === "txt" || (format === "csv" && limit !== null);
  if (!paged || limit === "all") return [];
  const found = await find();
  const link = (place: { after: string | null } | null, rel: string): WebLink[] =>
    place ? [{ href: site.url + dataPath(pageAddress(place.after), format), rel }] : [];
  return [...link(found.previous, "prev"), ...link(found.next, "next")];
}

/** The number of statements on one page. */
export function pageSize(limit: Limit): number {
  return typeof limit === "number" ? limit : PAGE_SIZE;
}

function wholeBody(
  { store }: Asked,
  { total: known, request, days }: ListResource,
  write: (list: WholeList) => AsyncIterable<string>,
): Promise<Body> {
  return listBody(store, known, async function* (reader) {
    const total = await reader.total(request);
    const counts = days ? await reader.counts("day", request) : null;
    yield* write({ total, batches: listed(reader, request), days: counts });
  });
}

/** With whole texts, and the whole list unless a number was asked for. */
function table(
  { store, site, query }: Asked,
  { total, request, limit }: ListResource,
): Promise<Body> {
  const mark = readByteOrderMark(query) ? BYTE_ORDER_MARK : "";
  const most = typeof limit === "number" ? limit : Number.POSITIVE_INFINITY;
  async function* rows(reader: ListReader) {
    yield mark + csvHeader();
    for await (const batch of withTexts(reader, listed(reader, request, most))) {
      yield csvRecords(batch, site.url);
    }
  }
  return listBody(store, Math.min(total, most), rows);
}
