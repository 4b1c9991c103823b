import type { Request, RequestHandler, Response } from "express";
import type { Site } from "../pages/site.ts";
import { type DataFormat, dataPath } from "../permalinks.ts";
import type { Instant } from "../statements/statement.ts";
import type { Store } from "../store/store.ts";
import type { RenderPage } from "./load-views.ts";
import { inOneState } from "./one-state.ts";
import { queryOf, readQuery } from "./read-query.ts";
import type { Page, Redirect, Resource } from "./resource.ts";

/** The page itself, or the same thing as data. */
export type Format = "html" | DataFormat;

export const CONTENT_TYPES: Record<Format, string> = {
  html: "text/html; charset=utf-8",
  json: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
};

/** Answers may be kept, and are asked for anew each time: an import shows at once. */
const REVALIDATED = "no-cache";

/** Answers one page in one format. Parameters that are not among `parameters` are refused. */
export function show(
  page: Page,
  parameters: readonly string[],
  format: Format,
  { store, site, renderPage }: { store: Store; site: Site; renderPage: RenderPage },
): RequestHandler {
  return async (request, response) => {
    const query = readQuery(request.url, parameters);
    const path = request.params as Record<string, string>;
    const answer = await inOneState(store, async (summary) => {
      const found = await page({ store, site, summary, path, query });
      return "to" in found ? found : { ...found, body: await bodyOf(found, format, renderPage) };
    });
    response.set("Cache-Control", REVALIDATED);
    if (format !== "html") openToAll(response);
    if ("to" in answer) redirect(request, response, answer, format);
    else send(response, answer, format);
  };
}

/** Data are for the pages of others, too (Fetch, 3.2.3). */
export function openToAll(response: Response): void {
  response.set({
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
}

function redirect(request: Request, response: Response, { to, status }: Redirect, format: Format) {
  const path = format === "html" ? to : dataPath(to, format);
  const query = queryOf(request.url);
  response
    .status(status)
    .location(query === "" ? path : `${path}?${query}`)
    .end();
}

function send(
  response: Response,
  { body, changedAt }: { body: string; changedAt: Instant | null },
  format: Format,
): void {
  if (changedAt) response.set("Last-Modified", new Date(changedAt).toUTCString());
  response.set("Content-Type", CONTENT_TYPES[format]).send(body);
}

async function bodyOf(found: Resource, format: Format, renderPage: RenderPage): Promise<string> {
  if (format === "txt") return found.txt();
  if (format === "json") return `${JSON.stringify(found.json())}\n`;
  const { name, page } = await found.html();
  return renderPage(name, page);
}
