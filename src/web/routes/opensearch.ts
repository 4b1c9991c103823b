import type { RequestHandler } from "express";
import { openSearchDescription } from "../../formats/opensearch.ts";
import type { Site } from "../../pages/site.ts";
import { readQuery } from "../read-query.ts";

const TYPE = "application/opensearchdescription+xml; charset=utf-8";

export function openSearchRoute(site: Site): RequestHandler {
  return (request, response) => {
    readQuery(request.url, []);
    response.set({ "Content-Type": TYPE, "Cache-Control": "no-cache" });
    response.send(openSearchDescription(site.title, site.url));
  };
}
