import type { Response } from "express";
import { contentType, type DataFormat } from "../data-formats.ts";
import { httpDate } from "../formats/http-date.ts";
import type { Site } from "../pages/site.ts";
import { listed } from "../pages/wording.ts";
import type { Store } from "../store/store.ts";
import { type Format, withEnding } from "./address-ending.ts";
import type { Content } from "./answers/answer.ts";
import type { StreamedContent } from "./answers/send-stream.ts";
import { linkHeader } from "./link-header.ts";
import type { RenderPage } from "./load-views.ts";
import { inOneState } from "./one-state.ts";
import { notFound, type PageProblem } from "./page-problem.ts";
import type { Match } from "./page-table.ts";
import { queryOf, readQuery } from "./read-query.ts";
import type { Redirect, Resource } from "./resource.ts";

export const HTML_TYPE = "text/html; charset=utf-8";

/** Data are for the pages of others, too (Fetch, 3.2.3). */
export const OPEN_TO_ALL = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Link, Memento-Datetime, Retry-After",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/** What pages are made from. */
export interface ShowContext {
  store: Store;
  site: Site;
  renderPage: RenderPage;
}

/** A page as it is sent, before its headers for all. */
export type Shown = { content: Content } | { stream: StreamedContent } | { redirect: Redirect };

/**
 * What the page at `address` answers now, all of it from one state of the archive. Parameters that it does not take are refused.
 * Throws `PageProblem` where there is no such page, or where the page is not there in that format.
 */
export async function show(
  { load, path, parameters, format }: Match,
  address: string,
  { store, site, renderPage }: ShowContext,
): Promise<Shown> {
  const query = readQuery(address, parameters);
  const page = await load();
  return inOneState(store, async (summary) => {
    const found = await page({ store, site, summary, path, query });
    if ("to" in found) return { redirect: redirectOf(found, address, format) };
    return format === "html"
      ? htmlOf(found, renderPage)
      : dataOf(found, format, summary.generation);
  });
}

export function openToAll(response: Response): void {
  response.set(OPEN_TO_ALL);
}

function redirectOf(found: Redirect, address: string, format: Format): Redirect {
  const { to, status } = found;
  const path = withEnding(to, format);
  const query = found.query ?? queryOf(address);
  return { to: query === "" ? path : `${path}?${query}`, status };
}

async function htmlOf(found: Resource, renderPage: RenderPage): Promise<Shown> {
  const { name, page } = await found.html();
  const body = renderPage(name, page, linkedFormats(found));
  const facts = { type: HTML_TYPE, ...(await factsOf(found, "html")) };
  return { content: { body, ...facts } };
}

async function dataOf(found: Resource, format: DataFormat, generation: number): Promise<Shown> {
  const make = found.data[format];
  if (!make) throw noSuchFormat(format, formatsOf(found));
  const body = await make();
  const facts = { type: contentType(format), ...(await factsOf(found, format)) };
  return typeof body === "string"
    ? { content: { body, ...facts } }
    : { stream: { pieces: body, tag: `W/"${generation}-${found.changedAt}"`, ...facts } };
}

async function factsOf(
  found: Resource,
  format: Format,
): Promise<Pick<Content, "lastModified" | "links" | "mementoDatetime">> {
  const links = (await found.links?.(format)) ?? [];
  return {
    lastModified: found.changedAt && httpDate(found.changedAt),
    links: linkHeader(links),
    mementoDatetime: found.mementoDatetime && httpDate(found.mementoDatetime),
  };
}

function formatsOf({ data }: Resource): DataFormat[] {
  return Object.keys(data) as DataFormat[];
}

function linkedFormats(found: Resource): DataFormat[] {
  return formatsOf(found).filter((format) => !found.unlinked?.includes(format));
}

function noSuchFormat(format: DataFormat, formats: DataFormat[]): PageProblem {
  const endings = formats.map((known) => `.${known}`);
  const there = endings.length === 0 ? "It is a page only." : `It is there as ${listed(endings)}.`;
  return notFound(`This page is not there as .${format}`, there);
}
