import type { Response } from "express";
import type { Site } from "../pages/site.ts";
import { dataPath } from "../permalinks.ts";
import type { Store } from "../store/store.ts";
import type { Content } from "./answers/answer.ts";
import type { RenderPage } from "./load-views.ts";
import { inOneState } from "./one-state.ts";
import type { Format, Match } from "./page-table.ts";
import { queryOf, readQuery } from "./read-query.ts";
import type { Redirect, Resource } from "./resource.ts";

export type { Format };

export const CONTENT_TYPES: Record<Format, string> = {
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
};

/** Data are for the pages of others, too (Fetch, 3.2.3). */
export const OPEN_TO_ALL = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/** What pages are made from. */
export interface ShowContext {
  store: Store;
  site: Site;
  renderPage: RenderPage;
}

/** A page as it is sent, before its headers for all. */
export type Shown = { content: Content } | { redirect: Redirect };

/**
 * What the page at `address` answers now, all of it from one state of the archive. Parameters that it does not take are refused.
 * Throws `PageProblem` where there is no such page.
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
    return "to" in found
      ? { redirect: redirectOf(found, address, format) }
      : { content: await contentOf(found, format, renderPage) };
  });
}

export function openToAll(response: Response): void {
  response.set(OPEN_TO_ALL);
}

function redirectOf(found: Redirect, address: string, format: Format): Redirect {
  const { to, status } = found;
  const path = format === "html" ? to : dataPath(to, format);
  const query = found.query ?? queryOf(address);
  return { to: query === "" ? path : `${path}?${query}`, status };
}

async function contentOf(
  found: Resource,
  format: Format,
  renderPage: RenderPage,
): Promise<Content> {
  const { changedAt } = found;
  return {
    body: await bodyOf(found, format, renderPage),
    type: CONTENT_TYPES[format],
    lastModified: changedAt && new Date(changedAt).toUTCString(),
  };
}

async function bodyOf(found: Resource, format: Format, renderPage: RenderPage): Promise<string> {
  if (format === "txt") return found.txt();
  if (format === "json") return `${JSON.stringify(found.json())}\n`;
  const { name, page } = await found.html();
  return renderPage(name, page);
}
